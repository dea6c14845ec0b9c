package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ConfidenceCalibration;
import org.newsgraph.extract.Dateline;
import org.newsgraph.extract.DatelineFinder;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.dialogue.Dialogue;
import org.newsgraph.extract.dialogue.DialogueFinder;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Token;

/**
 * Finds the names in a text.
 *
 * <p>Names are first taken from the labels of the tokens, with their bounds corrected. Names that
 * are known from these labels, or that are well known, are then also found where the labels miss
 * them: if an article says "Labour leader" once, "Labour" is the party throughout.
 */
public final class NameFinder {
  private static final Set<Part> UNSEARCHED_PARTS = Set.of(Part.BOILERPLATE);

  /** Degrees and honours after a person's name, which are not organisations. */
  private static final Set<String> POSTNOMINALS =
      Set.of(
          "MD", "M.D.", "PhD", "Ph.D.", "DDS", "D.D.S.", "Esq", "Esq.", "QC", "KC", "OBE", "MBE",
          "CBE", "RN", "CPA", "MBA", "JD", "J.D.", "DVM", "DO", "Jr", "Jr.", "Sr", "Sr.");

  private static final Pattern FIRST_NATION = Pattern.compile(".First Nations?$");

  /** Directions that are not places on their own: "the West". */
  private static final Set<String> DIRECTIONS = Set.of("East", "West", "North", "South");

  /** Network probability assumed for a name without a label of its own. */
  private static final double UNLABELLED_PROBABILITY = 0.75;

  private final List<List<Token>> sentences;
  private final OfficeTitles offices;
  private final List<DetectedName> names = new ArrayList<>();

  /** The offsets that are part of a name found so far. */
  private final BitSet taken = new BitSet();

  private NameFinder(AnalysedText analysed) {
    List<Span> unsearched =
        analysed.layout().paragraphs().stream()
            .filter(p -> UNSEARCHED_PARTS.contains(p.part()))
            .map(p -> p.span())
            .toList();
    this.sentences =
        analysed.sentences().stream()
            .filter(s -> unsearched.stream().noneMatch(span -> span.overlaps(s.span())))
            .map(Sentence::tokens)
            .toList();
    this.offices = new OfficeTitles(sentences);
  }

  /** Returns the names, in reading order and without overlaps. */
  public static List<DetectedName> find(AnalysedText analysed) {
    NameFinder finder = new NameFinder(analysed);
    Dialogue dialogue = DialogueFinder.find(analysed);
    DatelineFinder.find(analysed, dialogue).forEach(finder::addPlaces);
    SignatureNames.find(analysed).forEach(finder::add);
    LabelNames.find(analysed, dialogue).forEach(finder::add);
    finder.excludeLabels(dialogue);
    finder.excludeCurrencies();
    finder.sentences.forEach(
        tokens -> finder.addLabelled(tokens, type -> type != EntityType.OTHER));
    NameTypeEvidence evidence = NameTypeEvidence.of(finder.sentences, finder.names);
    finder.names.replaceAll(evidence::withType);
    PersonEvidence people = PersonEvidence.of(finder.sentences, finder.names);
    finder.names.replaceAll(people::withType);
    DocumentGazetteer known = new DocumentGazetteer(finder.names, evidence.acronyms());
    finder.sentences.forEach(tokens -> finder.addUnlabelled(tokens, known));
    // Other names come last, because "the Assad regime" is also labelled as one.
    finder.sentences.forEach(
        tokens -> finder.addLabelled(tokens, type -> type == EntityType.OTHER));
    finder.names.sort((left, right) -> left.span().compareTo(right.span()));
    return List.copyOf(finder.names);
  }

  /** Adds the places of a dateline. Its agency is no entity of the story. */
  private void addPlaces(Dateline dateline) {
    for (Dateline.Place place : dateline.places()) {
      names.add(
          new DetectedName(
              place.span(),
              place.name(),
              Gazetteer.of(place.name()).map(Gazetteer.WellKnown::type).orElse(EntityType.PLACE),
              ConfidenceCalibration.ofName(UNLABELLED_PROBABILITY)));
    }
    taken.set(dateline.span().begin(), dateline.span().end());
  }

  /** Excludes the words in the labels of a dialogue that are not names: "(via Skype)". */
  private void excludeLabels(Dialogue dialogue) {
    dialogue.turns().stream()
        .flatMap(turn -> turn.label().stream())
        .forEach(label -> taken.set(label.span().begin(), label.span().end()));
  }

  /** Excludes currencies: the "US" of "US$5" is not the country. */
  private void excludeCurrencies() {
    for (List<Token> tokens : sentences) {
      for (int at = 0; at < tokens.size(); at++) {
        if (CurrencyWords.isAt(tokens, at)) {
          Span span = tokens.get(at).span();
          taken.set(span.begin(), span.end());
        }
      }
    }
  }

  private void add(DetectedName name) {
    names.add(name);
    taken.set(name.span().begin(), name.span().end());
  }

  private void addLabelled(List<Token> tokens, Predicate<EntityType> accepted) {
    int begin = 0;
    while (begin < tokens.size()) {
      EntityLabel label = tokens.get(begin).label();
      int end = begin + 1;
      for (int next = end; next >= 0; next = nextEnd(tokens, end)) {
        end = next;
      }
      if (label != EntityLabel.NONE && !NameBoundaryRepair.isImperative(tokens, begin)) {
        EntityType type = EntityType.valueOf(label.name());
        TokenRange name = NameBoundaryRepair.repair(tokens, new TokenRange(begin, end - 1), type);
        end = Math.max(end, name.last() + 1);
        for (TokenRange labelled : NameBoundaryRepair.split(tokens, name, type)) {
          TokenRange part = FirmNames.withPartners(tokens, labelled);
          EntityType partType =
              part.equals(labelled)
                  ? typeOfPart(tokens, part, name, type)
                  : EntityType.ORGANISATION;
          if (isName(tokens, part, partType) && accepted.test(partType)) {
            add(tokens, part, partType, probability(tokens, part));
          }
          end = Math.max(end, part.last() + 1);
        }
      }
      begin = end;
    }
  }

  /** Returns the type of a part of a name that may have been split. */
  private static EntityType typeOfPart(
      List<Token> tokens, TokenRange part, TokenRange name, EntityType type) {
    if (PostBox.precedes(tokens, part)) {
      return EntityType.PLACE;
    }
    boolean afterCut = part.first() > name.first();
    return afterCut && NameParts.isInitial(tokens, part.first())
        ? EntityType.PERSON
        : typeOf(tokens, part, type);
  }

  /**
   * Returns the index after the next part of the name, or -1 if the name ends before this token.
   */
  private static int nextEnd(List<Token> tokens, int end) {
    if (end == tokens.size()) {
      return -1;
    }
    boolean same = tokens.get(end).label() == tokens.get(end - 1).label();
    return same && (!tokens.get(end).beginsName() || NameBoundaryRepair.continues(tokens, end))
        ? end + 1
        : NameParts.joinedBy(tokens, end);
  }

  private boolean isName(List<Token> tokens, TokenRange name, EntityType type) {
    if (name.last() < name.first()
        || !isFree(tokens, name.first(), name.length())
        || isAdjective(tokens, name, type)
        || (name.length() == 1 && NameParts.isInitial(tokens, name.first()))
        || PostBox.isPartOf(tokens, name)
        || (type == EntityType.ORGANISATION && offices.isOffice(tokens, name))) {
      return false;
    }
    String text = text(tokens, name);
    boolean afterComma = name.first() > 1 && tokens.get(name.first() - 1).word().equals(",");
    boolean lowerCase = name.length() == 1 && Character.isLowerCase(text.codePointAt(0));
    return text.length() > 1
        && !(lowerCase && type == EntityType.PERSON)
        && !(afterComma && POSTNOMINALS.contains(text))
        && !(type == EntityType.PLACE && DIRECTIONS.contains(text))
        && !(type == EntityType.PLACE && text.equals("OK") && !afterComma);
  }

  /**
   * Tests whether a name is an adjective derived from a name, such as "British" or "Western", or
   * another word before a noun. "US" in "US-led" is a name.
   */
  private static boolean isAdjective(List<Token> tokens, TokenRange name, EntityType type) {
    Token token = tokens.get(name.first());
    int next = name.last() + 1;
    boolean beforeNoun = next < tokens.size() && tokens.get(next).pos() == PartOfSpeech.NOUN;
    return type == EntityType.OTHER
        && name.length() == 1
        && (token.pos() == PartOfSpeech.ADJECTIVE || beforeNoun)
        && Gazetteer.of(token.word()).isEmpty();
  }

  /** Returns the text of a name on one line. */
  private static String text(List<Token> tokens, TokenRange name) {
    StringBuilder text = new StringBuilder(tokens.get(name.first()).word());
    for (int at = name.first() + 1; at <= name.last(); at++) {
      boolean glued = tokens.get(at - 1).touches(tokens.get(at));
      boolean compound =
          at > name.first() + 1 && tokens.get(at - 1).isHyphenAfter(tokens.get(at - 2));
      text.append(glued || compound ? "" : " ").append(tokens.get(at).word());
    }
    return text.toString();
  }

  private static Span span(List<Token> tokens, TokenRange name) {
    return tokens.get(name.first()).span().union(tokens.get(name.last()).span());
  }

  /** Returns the type of a well-known name, otherwise the labelled type. */
  private static EntityType typeOf(List<Token> tokens, TokenRange name, EntityType type) {
    String text = text(tokens, name);
    if (FIRST_NATION.matcher(text).find()) {
      return EntityType.ORGANISATION;
    }
    return type == EntityType.PERSON
        ? type
        : Gazetteer.of(text).map(Gazetteer.WellKnown::type).orElse(type);
  }

  /** Returns the network's probability of a name: the lowest of its words. */
  private static double probability(List<Token> tokens, TokenRange name) {
    return tokens.subList(name.first(), name.last() + 1).stream()
        .filter(token -> token.label() != EntityLabel.NONE)
        .mapToDouble(Token::probability)
        .min()
        .orElse(UNLABELLED_PROBABILITY);
  }

  private void add(List<Token> tokens, TokenRange name, EntityType type, double probability) {
    Span span = span(tokens, name);
    names.add(
        new DetectedName(
            span, text(tokens, name), type, ConfidenceCalibration.ofName(probability)));
    taken.set(span.begin(), span.end());
  }

  /** Adds the names of a sentence that are not labelled. */
  private void addUnlabelled(List<Token> tokens, DocumentGazetteer known) {
    boolean upperCase =
        tokens.stream().noneMatch(t -> t.word().chars().anyMatch(Character::isLowerCase));
    int at = 0;
    while (at < tokens.size()) {
      TokenRange found =
          isFree(tokens, at, 1) ? addUnlabelledAt(tokens, at, known, upperCase) : null;
      at = found == null ? at + 1 : found.last() + 1;
    }
  }

  /**
   * Adds the unlabelled name that starts with a token. Returns its range, or null if there is none.
   */
  private TokenRange addUnlabelledAt(
      List<Token> tokens, int at, DocumentGazetteer known, boolean upperCase) {
    Token token = tokens.get(at);
    boolean word = Character.isLetter(token.word().codePointAt(0));
    if (word && token.pos() == PartOfSpeech.PROPER_NOUN && followsTitle(tokens, at)) {
      return addUnlabelledRange(tokens, at, 1, EntityType.PERSON);
    }
    for (DocumentGazetteer.Form form : known.formsStartingWith(token.word())) {
      int size = form.words().size();
      boolean single = isProper(token, at) && !upperCase && !NameParts.isAfterSlash(tokens, at);
      boolean safe = size > 1 || single;
      boolean office =
          form.type() == EntityType.ORGANISATION
              && offices.isOffice(
                  tokens, new TokenRange(at, Math.min(at + size, tokens.size()) - 1));
      if (safe && !office && form.occursAt(tokens, at) && isFree(tokens, at, size)) {
        return addUnlabelledRange(tokens, at, size, form.type());
      }
    }
    for (int size = Math.min(5, tokens.size() - at); size > 1; size--) {
      var wellKnown = Gazetteer.of(text(tokens, new TokenRange(at, at + size - 1)));
      if (wellKnown.isPresent() && isFree(tokens, at, size)) {
        return addUnlabelledRange(tokens, at, size, wellKnown.get().type());
      }
    }
    return null;
  }

  private TokenRange addUnlabelledRange(List<Token> tokens, int at, int size, EntityType type) {
    TokenRange name = new TokenRange(at, at + size - 1);
    add(tokens, name, type, UNLABELLED_PROBABILITY);
    return name;
  }

  private boolean isFree(List<Token> tokens, int at, int size) {
    return tokens.subList(at, at + size).stream().noneMatch(t -> taken.get(t.span().begin()));
  }

  private static boolean followsTitle(List<Token> tokens, int at) {
    int title = at > 1 && tokens.get(at - 1).word().equals(".") ? at - 2 : at - 1;
    return title >= 0 && Set.of("Mr", "Mrs", "Ms").contains(tokens.get(title).word());
  }

  private static boolean isProper(Token token, int at) {
    return token.pos() == PartOfSpeech.PROPER_NOUN
        || (at > 0 && Character.isUpperCase(token.word().codePointAt(0)));
  }
}
