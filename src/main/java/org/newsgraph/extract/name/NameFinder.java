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
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Token;

/**
 * Finds the names in a text.
 *
 * <p>The labels of the tokens come first, mended at their ends. Then a name that is known by them,
 * or from every newspaper, is also found where the labels miss it: an article that says "Labour
 * leader" once means the party each time it says "Labour".
 */
public final class NameFinder {
  private static final Set<Part> UNREAD = Set.of(Part.BOILERPLATE);

  /** Letters after a person's name that are degrees and honours, not organisations. */
  private static final Set<String> POSTNOMINALS =
      Set.of(
          "MD", "M.D.", "PhD", "Ph.D.", "DDS", "D.D.S.", "Esq", "Esq.", "QC", "KC", "OBE", "MBE",
          "CBE", "RN", "CPA", "MBA", "JD", "J.D.", "DVM", "DO", "Jr", "Jr.", "Sr", "Sr.");

  private static final Pattern FIRST_NATION = Pattern.compile(".First Nations?$");

  /** By themselves no places: "the West". */
  private static final Set<String> DIRECTIONS = Set.of("East", "West", "North", "South");

  /** As sure as of a name that no label tells, but another place of the article does. */
  private static final double SPOTTED = 0.75;

  private final List<List<Token>> sentences;
  private final OfficeTitles offices;
  private final List<DetectedName> names = new ArrayList<>();

  /** The offsets that belong to a name. */
  private final BitSet taken = new BitSet();

  private NameFinder(AnalysedText analysed) {
    List<Span> unread =
        analysed.layout().paragraphs().stream()
            .filter(p -> UNREAD.contains(p.part()))
            .map(p -> p.span())
            .toList();
    this.sentences =
        analysed.sentences().stream()
            .filter(s -> unread.stream().noneMatch(span -> span.overlaps(s.span())))
            .map(Sentence::tokens)
            .toList();
    this.offices = new OfficeTitles(sentences);
  }

  /** In reading order; none overlaps another. */
  public static List<DetectedName> find(AnalysedText analysed) {
    NameFinder finder = new NameFinder(analysed);
    finder.sentences.forEach(tokens -> finder.labelled(tokens, type -> type != EntityType.OTHER));
    NameTypeEvidence evidence = NameTypeEvidence.of(finder.sentences, finder.names);
    finder.names.replaceAll(evidence::retyped);
    DocumentGazetteer known = new DocumentGazetteer(finder.names, evidence.acronyms());
    finder.sentences.forEach(tokens -> finder.spot(tokens, known));
    // The last, since "the Assad regime" is labelled so too.
    finder.sentences.forEach(tokens -> finder.labelled(tokens, type -> type == EntityType.OTHER));
    finder.names.sort((one, other) -> one.span().compareTo(other.span()));
    return List.copyOf(finder.names);
  }

  private void labelled(List<Token> tokens, Predicate<EntityType> wanted) {
    int begin = 0;
    while (begin < tokens.size()) {
      EntityLabel label = tokens.get(begin).label();
      int end = begin + 1;
      for (int next = end; next >= 0; next = nextEnd(tokens, end)) {
        end = next;
      }
      if (label != EntityLabel.NONE && !NameBoundaryRepair.isCall(tokens, begin)) {
        EntityType type = EntityType.valueOf(label.name());
        TokenRange name = NameBoundaryRepair.repair(tokens, new TokenRange(begin, end - 1), type);
        for (TokenRange part : NameBoundaryRepair.split(tokens, name, type)) {
          boolean afterCut = part.first() > name.first();
          EntityType partType =
              afterCut && NameParts.isInitial(tokens, part.first())
                  ? EntityType.PERSON
                  : typeOf(tokens, part, type);
          if (isName(tokens, part, partType) && wanted.test(partType)) {
            add(tokens, part, partType, sureness(tokens, part));
          }
        }
        end = Math.max(end, name.last() + 1);
      }
      begin = end;
    }
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
        || (type == EntityType.ORGANISATION && offices.isOffice(tokens, name))) {
      return false;
    }
    String words = words(tokens, name);
    boolean afterComma = name.first() > 1 && tokens.get(name.first() - 1).word().equals(",");
    return words.length() > 1
        && !(afterComma && POSTNOMINALS.contains(words))
        && !(type == EntityType.PLACE && DIRECTIONS.contains(words));
  }

  /**
   * "British", "Western", and whatever else stands before a noun: tells of a name but is none; "US"
   * in "US-led" is one.
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

  /** As on one line. */
  private static String words(List<Token> tokens, TokenRange name) {
    StringBuilder words = new StringBuilder(tokens.get(name.first()).word());
    for (int at = name.first() + 1; at <= name.last(); at++) {
      boolean glued = tokens.get(at - 1).touches(tokens.get(at));
      boolean compound =
          at > name.first() + 1 && tokens.get(at - 1).isHyphenAfter(tokens.get(at - 2));
      words.append(glued || compound ? "" : " ").append(tokens.get(at).word());
    }
    return words.toString();
  }

  private static Span span(List<Token> tokens, TokenRange name) {
    return tokens.get(name.first()).span().to(tokens.get(name.last()).span());
  }

  /** The type of a name that every newspaper knows; otherwise the labelled type. */
  private static EntityType typeOf(List<Token> tokens, TokenRange name, EntityType type) {
    String words = words(tokens, name);
    if (FIRST_NATION.matcher(words).find()) {
      return EntityType.ORGANISATION;
    }
    return type == EntityType.PERSON
        ? type
        : Gazetteer.of(words).map(Gazetteer.WellKnown::type).orElse(type);
  }

  /** How sure the network is of a name: as sure as of its most doubtful word. */
  private static double sureness(List<Token> tokens, TokenRange name) {
    return tokens.subList(name.first(), name.last() + 1).stream()
        .filter(token -> token.label() != EntityLabel.NONE)
        .mapToDouble(Token::sureness)
        .min()
        .orElse(SPOTTED);
  }

  private void add(List<Token> tokens, TokenRange name, EntityType type, double sureness) {
    Span span = span(tokens, name);
    names.add(
        new DetectedName(span, words(tokens, name), type, ConfidenceCalibration.ofName(sureness)));
    taken.set(span.begin(), span.end());
  }

  /** Adds the names of a sentence that no label told. */
  private void spot(List<Token> tokens, DocumentGazetteer known) {
    boolean shouting =
        tokens.stream().noneMatch(t -> t.word().chars().anyMatch(Character::isLowerCase));
    int at = 0;
    while (at < tokens.size()) {
      TokenRange found = isFree(tokens, at, 1) ? spot(tokens, at, known, shouting) : null;
      at = found == null ? at + 1 : found.last() + 1;
    }
  }

  /** The name that begins with this token, or null. */
  private TokenRange spot(List<Token> tokens, int at, DocumentGazetteer known, boolean shouting) {
    Token token = tokens.get(at);
    boolean word = Character.isLetter(token.word().codePointAt(0));
    if (word && token.pos() == PartOfSpeech.PROPER_NOUN && followsTitle(tokens, at)) {
      return added(tokens, at, 1, EntityType.PERSON);
    }
    for (DocumentGazetteer.Form form : known.formsBeginningWith(token.word())) {
      int size = form.words().size();
      boolean single = isProper(token, at) && !shouting && !NameParts.isAfterSlash(tokens, at);
      boolean safe = size > 1 || single;
      boolean office =
          form.type() == EntityType.ORGANISATION
              && offices.isOffice(
                  tokens, new TokenRange(at, Math.min(at + size, tokens.size()) - 1));
      if (safe && !office && form.standsAt(tokens, at) && isFree(tokens, at, size)) {
        return added(tokens, at, size, form.type());
      }
    }
    for (int size = Math.min(5, tokens.size() - at); size > 1; size--) {
      var wellKnown = Gazetteer.of(words(tokens, new TokenRange(at, at + size - 1)));
      if (wellKnown.isPresent() && isFree(tokens, at, size)) {
        return added(tokens, at, size, wellKnown.get().type());
      }
    }
    return null;
  }

  private TokenRange added(List<Token> tokens, int at, int size, EntityType type) {
    TokenRange name = new TokenRange(at, at + size - 1);
    add(tokens, name, type, SPOTTED);
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
