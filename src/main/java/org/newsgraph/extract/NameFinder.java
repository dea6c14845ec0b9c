package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.Label;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Tag;
import org.newsgraph.text.Token;

/**
 * Finds the names in a text.
 *
 * <p>The labels of the tokens come first, mended at their ends. Then a name that is known by them,
 * or from every newspaper, is also found where the labels miss it: an article that says "Labour
 * leader" once means the party each time it says "Labour".
 */
final class NameFinder {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[\\p{P}\\p{S}]");
  private static final Set<Part> UNREAD = Set.of(Part.BOILERPLATE);

  private final Text text;
  private final List<List<Token>> sentences;
  private final List<Name> names = new ArrayList<>();

  /** The words of each known name, by its first word, the longest first. */
  private final Map<String, List<Known>> known = new HashMap<>();

  private record Known(List<String> words, EntityType type) {}

  private NameFinder(AnalysedText analysed) {
    this.text = analysed.article().text();
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
  }

  /** In reading order; none overlaps another. */
  static List<Name> find(AnalysedText analysed) {
    NameFinder finder = new NameFinder(analysed);
    finder.sentences.forEach(finder::labelled);
    finder.learn();
    finder.spot();
    finder.names.sort((one, other) -> one.span().compareTo(other.span()));
    return List.copyOf(finder.names);
  }

  private void labelled(List<Token> tokens) {
    int begin = 0;
    while (begin < tokens.size()) {
      Label label = tokens.get(begin).label();
      int end = begin + 1;
      while (end < tokens.size()
          && tokens.get(end).label() == label
          && (!tokens.get(end).beginsName() || continues(tokens, end))) {
        end++;
      }
      if (label != Label.NONE) {
        end = Math.max(end, name(tokens, begin, end, EntityType.valueOf(label.name())));
      }
      begin = end;
    }
  }

  /**
   * "JK Rowling", "The Globe": no two people stand side by side without a word or a mark between
   * them, and an article is no name by itself.
   */
  private static boolean continues(List<Token> tokens, int at) {
    boolean person =
        tokens.get(at).label() == Label.PERSON
            && tokens.get(at).tag() == Tag.PROPER_NOUN
            && tokens.get(at - 1).tag() == Tag.PROPER_NOUN;
    return person || tokens.get(at - 1).word().equals("The");
  }

  /** Adds a name, mended at its ends; returns the index after its last token. */
  private int name(List<Token> tokens, int from, int to, EntityType type) {
    int begin = from;
    int end = to;
    while (begin < end && isNoName(tokens.get(begin).word())) {
      begin++;
    }
    while (end > begin
        && isNoName(tokens.get(end - 1).word())
        && !endsAbbreviation(tokens, end - 1)) {
      end--;
    }
    while (type == EntityType.PERSON
        && begin < end - 1
        && PersonName.isTitle(tokens.get(begin).word())) {
      begin += tokens.get(begin + 1).word().equals(".") && begin + 2 < end ? 2 : 1;
    }
    // "El-Sissi": a part before a hyphen belongs to the name.
    if (type == EntityType.PERSON && begin > 1 && isNamePart(tokens, begin - 2)) {
      begin -= 2;
    }
    // "Bashar alAssad": an export lost the hyphen, and the label with it.
    if (end < tokens.size()
        && type == EntityType.PERSON
        && tokens.get(end).word().matches("[ae]l\\p{Lu}\\p{Ll}+")) {
      end++;
    }
    // "U.S": the full stop after the last initial belongs to it.
    if (begin < end && end < tokens.size() && isInitialism(tokens, begin, end)) {
      end++;
    }
    if (type != EntityType.PERSON) {
      begin = afterCompound(tokens, begin, end);
      end = beforeCompound(tokens, begin, end);
    }
    if (begin < end && !(type == EntityType.OTHER && isAdjective(tokens, begin, end))) {
      add(tokens, begin, end, type);
    }
    return end;
  }

  private static boolean isNamePart(List<Token> tokens, int at) {
    Token part = tokens.get(at);
    return tokens.get(at + 1).word().equals("-")
        && Character.isUpperCase(part.word().codePointAt(0))
        && part.label() == Label.NONE
        && part.span().end() == tokens.get(at + 1).span().begin()
        && tokens.get(at + 1).span().end() == tokens.get(at + 2).span().begin();
  }

  /** "Apple Inc.", "U.S.": the full stop is part of the name. */
  private static boolean endsAbbreviation(List<Token> tokens, int at) {
    return at > 0
        && tokens.get(at).word().equals(".")
        && tokens.get(at - 1).span().end() == tokens.get(at).span().begin();
  }

  private static boolean isInitialism(List<Token> tokens, int begin, int end) {
    return end - begin >= 3
        && tokens.get(end - 1).word().length() == 1
        && tokens.get(end - 2).word().equals(".")
        && endsAbbreviation(tokens, end);
  }

  /** "hard-Left Stop the War Coalition": the name begins after the compound. */
  private static int afterCompound(List<Token> tokens, int begin, int end) {
    boolean compound =
        begin + 3 < end
            && Character.isLowerCase(tokens.get(begin).word().codePointAt(0))
            && tokens.get(begin + 1).word().equals("-");
    return compound ? begin + 3 : begin;
  }

  /** "US-led": the name ends before the hyphen. */
  private static int beforeCompound(List<Token> tokens, int begin, int end) {
    for (int at = begin + 1; at + 1 < end; at++) {
      if (tokens.get(at).word().equals("-")
          && Character.isLowerCase(tokens.get(at + 1).word().codePointAt(0))) {
        return at;
      }
    }
    return end;
  }

  /** "British", "Western": tells of a name but is none; "US" in "US-led" is one. */
  private static boolean isAdjective(List<Token> tokens, int begin, int end) {
    return end == begin + 1
        && tokens.get(begin).tag() == Tag.ADJECTIVE
        && WellKnownNames.of(tokens.get(begin).word()).isEmpty();
  }

  private static boolean isNoName(String word) {
    return word.contains("@")
        || word.equalsIgnoreCase("fellow")
        || word.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private void add(List<Token> tokens, int begin, int end, EntityType type) {
    Span span = tokens.get(begin).span().to(tokens.get(end - 1).span());
    String words = text.at(span);
    EntityType told =
        type == EntityType.OTHER
            ? WellKnownNames.of(words).map(WellKnownNames.WellKnown::type).orElse(type)
            : type;
    names.add(new Name(span, words, told));
  }

  /** Notes the forms under which each name may come again. */
  private void learn() {
    for (Name name : names) {
      List<String> words = words(name.text());
      switch (name.type()) {
        case PERSON -> {
          PersonName person = PersonName.of(name.text());
          if (person.isFull()) {
            learn(words(person.family()), EntityType.PERSON);
            learn(words(person.family().replaceFirst("^[ae]l-", "")), EntityType.PERSON);
          }
          learn(words, EntityType.PERSON);
        }
        case ORGANISATION, PLACE -> {
          learn(words, name.type());
          String initials = initials(words);
          if (initials.length() > 1) {
            learn(List.of(initials), name.type());
          }
        }
        case OTHER -> {}
      }
    }
  }

  /** A name's words, cut as the network's are. */
  private static List<String> words(String name) {
    return WORD.matcher(name).results().map(MatchResult::group).toList();
  }

  /** "IS" of Islamic State, "GAO" of Government Accountability Office. */
  static String initials(List<String> words) {
    return words.stream()
        .filter(word -> Character.isUpperCase(word.codePointAt(0)))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private void learn(List<String> words, EntityType type) {
    if (!Character.isUpperCase(words.get(0).codePointAt(0)) || words.get(0).length() < 2) {
      return;
    }
    List<Known> forms = known.computeIfAbsent(words.get(0), first -> new ArrayList<>());
    if (forms.stream().noneMatch(form -> form.words.equals(words))) {
      forms.add(new Known(words, type));
      forms.sort((one, other) -> Integer.compare(other.words.size(), one.words.size()));
    }
  }

  /** Adds the names that no label told. */
  private void spot() {
    Set<Integer> taken =
        names.stream().map(name -> name.span().begin()).collect(Collectors.toSet());
    for (List<Token> tokens : sentences) {
      boolean shouting =
          tokens.stream().noneMatch(t -> t.word().chars().anyMatch(Character::isLowerCase));
      for (int at = 0; at < tokens.size(); at++) {
        if (tokens.get(at).label() == Label.NONE
            && !taken.contains(tokens.get(at).span().begin())) {
          at = Math.max(at, spot(tokens, at, shouting) - 1);
        }
      }
    }
  }

  private int spot(List<Token> tokens, int at, boolean shouting) {
    Token token = tokens.get(at);
    if (token.tag() == Tag.PROPER_NOUN && followsTitle(tokens, at)) {
      add(tokens, at, at + 1, EntityType.PERSON);
      return at + 1;
    }
    for (Known form : known.getOrDefault(token.word(), List.of())) {
      boolean safe = form.words.size() > 1 || (isProper(token, at) && !shouting);
      if (safe && matches(tokens, at, form.words)) {
        add(tokens, at, at + form.words.size(), form.type);
        return at + form.words.size();
      }
    }
    for (int size = Math.min(5, tokens.size() - at); size > 1; size--) {
      Span span = token.span().to(tokens.get(at + size - 1).span());
      var wellKnown = WellKnownNames.of(text.at(span));
      if (wellKnown.isPresent() && matchesNone(tokens, at, size)) {
        add(tokens, at, at + size, wellKnown.get().type());
        return at + size;
      }
    }
    return at;
  }

  private static boolean followsTitle(List<Token> tokens, int at) {
    int title = at > 1 && tokens.get(at - 1).word().equals(".") ? at - 2 : at - 1;
    return title >= 0 && Set.of("Mr", "Mrs", "Ms").contains(tokens.get(title).word());
  }

  private static boolean isProper(Token token, int at) {
    return token.tag() == Tag.PROPER_NOUN
        || (at > 0 && Character.isUpperCase(token.word().codePointAt(0)));
  }

  private static boolean matches(List<Token> tokens, int at, List<String> words) {
    if (at + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.get(at + i).word().equals(words.get(i))) {
        return false;
      }
    }
    return matchesNone(tokens, at, words.size());
  }

  private static boolean matchesNone(List<Token> tokens, int at, int size) {
    return tokens.subList(at, at + size).stream().allMatch(t -> t.label() == Label.NONE);
  }
}
