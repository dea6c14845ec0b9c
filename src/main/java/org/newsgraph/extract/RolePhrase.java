package org.newsgraph.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.newsgraph.article.Span;
import org.newsgraph.text.Tag;

/**
 * Words that tell a role: "former vice-chairman of the Coalition".
 *
 * @param begin index of the first word
 * @param end index after the last word
 */
record RolePhrase(NamedWords words, int begin, int end) {
  private static final Set<Tag> PHRASE =
      EnumSet.of(
          Tag.NOUN, Tag.PROPER_NOUN, Tag.ADJECTIVE, Tag.GENITIVE, Tag.PARTICIPLE, Tag.NUMBER);

  /** Join what belongs to a role to its noun: "head of policy at", "adviser to". */
  private static final Set<String> JOINS = Set.of("of", "at", "for", "with", "to", "in");

  private static final Set<String> BREAKS =
      Set.of("such", "as", "and", "or", "but", "including", "like", "who", "which");

  private static final Set<String> TIMES =
      Set.of("last", "this", "that", "next", "until", "since", "ago", "now", "years", "months");

  private static final Set<String> ABBREVIATED =
      Set.of("sen", "rep", "gov", "gen", "sens", "reps", "govs", "lt", "col", "sgt", "capt");

  /** Words in -ing that tell which one; others tell what somebody does to the person. */
  private static final Set<String> DOING =
      Set.of(
          "acting",
          "leading",
          "outgoing",
          "incoming",
          "sitting",
          "reigning",
          "managing",
          "founding",
          "serving",
          "visiting",
          "ruling",
          "running",
          "investigating",
          "marketing",
          "engineering",
          "training",
          "banking",
          "housing",
          "racing",
          "boxing",
          "swimming");

  /** As long as a role can be, in words. */
  private static final int LONGEST = 24;

  /** Begin a role anew, whatever stands before: "his mentor former governor". */
  private static final Set<String> FORMER = Set.of("former", "then", "ex");

  /** Named so, but with nobody's office in it: "Secretary of State", "TV reporter". */
  private static final Set<String> NO_ORGANISATION =
      Set.of("State", "Defense", "Defence", "Treasury", "Foreign", "Home", "TV", "Left", "Right");

  /** Of somebody else than the person, without whom they tell nothing. */
  private static final Set<String> NOTHING_ALONE =
      Set.of(
          "rival",
          "friend",
          "colleague",
          "critic",
          "opponent",
          "supporter",
          "neighbour",
          "neighbor",
          "partner",
          "star",
          "winner",
          "fellow",
          "victim",
          "suspect",
          "witness");

  private static final Pattern BROKEN_HYPHEN = Pattern.compile("(?<=\\p{L})-\\s+(?=\\p{L})");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PREPOSITION = Pattern.compile(" (?:of|at|for|with|to|in) ");

  /** The phrase that ends before this word: "Russian president", before a name. */
  static RolePhrase before(NamedWords words, int end) {
    int begin = end;
    while (begin > end - LONGEST
        && words.sameSentence(begin - 1, end)
        && goesOn(words, begin - 1)) {
      begin--;
    }
    return new RolePhrase(words, begin, end).trimmed();
  }

  private static boolean goesOn(NamedWords words, int at) {
    boolean dash = words.token(at).word().matches("[–—]");
    boolean adjective = words.tag(at) == Tag.DETERMINER && !words.isDeterminer(at);
    boolean abbreviated = words.word(at).equals(".") && isAbbreviated(words, at);
    return !dash
        && !isQuotationMark(words, at)
        && !words.isOneOf(at, BREAKS)
        && words.mention(at).filter(NamedWords::isPerson).isEmpty()
        && !words.isPossessive(at)
        && (PHRASE.contains(words.tag(at))
            || adjective
            || abbreviated
            || isHyphenated(words, at)
            || (words.word(at).equals("of") && isOffice(words, at - 1)));
  }

  /** A hyphen, or a part of a word beside it: "editor-in-chief". */
  private static boolean isHyphenated(NamedWords words, int at) {
    return words.isHyphen(at) || words.isHyphen(at + 1) || words.isHyphen(at - 1);
  }

  /** "Sen.": a full stop that belongs to the word before it. */
  private static boolean isAbbreviated(NamedWords words, int at) {
    return at > 0
        && words.token(at - 1).span().end() == words.token(at).span().begin()
        && words.isOneOf(at - 1, ABBREVIATED);
  }

  /** "Secretary of State John Kerry", but not "husband of campaigner Jo". */
  private static boolean isOffice(NamedWords words, int at) {
    return at >= 0
        && RoleNouns.classOf(words.word(at)).filter(it -> !it.equals(RoleNouns.KIN)).isPresent();
  }

  /** The phrase that begins with this word: "head of policy at the Institute", after a name. */
  static RolePhrase from(NamedWords words, int begin) {
    int end = begin;
    while (end < begin + LONGEST
        && words.sameSentence(end, begin)
        && goesOnAfter(words, begin, end)) {
      end++;
    }
    while (end > begin && (words.isOneOf(end - 1, JOINS) || words.isDeterminer(end - 1))) {
      end--;
    }
    return new RolePhrase(words, begin, end);
  }

  /** "At the time", "last year", "for ten years", "in 2013": when, and no part of the role. */
  private static boolean isTime(NamedWords words, int at) {
    boolean joins = words.isOneOf(at, JOINS);
    return words.isOneOf(at, TIMES)
        || (joins && words.isOneOf(at + 1, TIMES))
        || (joins && words.word(at + 2).equals("time"))
        || (joins && words.tag(at + 1) == Tag.NUMBER)
        || (joins && words.word(at + 1).matches("\\d{4}"));
  }

  private static boolean isQuotationMark(NamedWords words, int at) {
    return words.token(at).word().matches("[“”\"‘«»„]|''");
  }

  private static boolean goesOnAfter(NamedWords words, int begin, int at) {
    if (words.mention(at).isPresent()) {
      return true;
    }
    boolean article = words.isDeterminer(at) && !words.isPossessive(at);
    boolean joins = at > begin && (words.isOneOf(at, JOINS) || article);
    boolean timeTold = at > begin && isTime(words, at);
    boolean dash = words.token(at).word().matches("[–—]");
    return !dash
        && !isQuotationMark(words, at)
        && !words.isPossessive(at)
        && !timeTold
        && !words.isOneOf(at, BREAKS)
        && (joins
            || PHRASE.contains(words.tag(at))
            || (words.tag(at) == Tag.DETERMINER && at > begin)
            || isHyphenated(words, at)
            || (words.word(at).equals(".") && isAbbreviated(words, at)));
  }

  boolean isEmpty() {
    return begin >= end;
  }

  /** Without what only seems to belong to it, at its beginning. */
  private RolePhrase trimmed() {
    int from = begin;
    for (int at = end - 1; at > begin; at--) {
      if (words.isOneOf(at, FORMER)) {
        from = at;
        break;
      }
    }
    while (from < end && !isWord(from)) {
      from++;
    }
    // "the jack-of-all-trades adviser": a compound that is only half in the phrase.
    while (from < end && words.isHyphen(from - 1)) {
      from += words.isHyphen(from + 1) ? 2 : 1;
    }
    // "beating rival Ann Roe": what somebody does to her.
    boolean doing =
        from < end - 1
            && words.word(from).endsWith("ing")
            && isLower(words, from)
            && !words.isOneOf(from, DOING)
            && !words.isHyphen(from + 1);
    from += doing ? 1 : 0;
    from += from < end && words.word(from).equals("fellow") ? 1 : 0;
    return new RolePhrase(words, from, end).afterOther();
  }

  private boolean isWord(int at) {
    return words.tag(at) != Tag.GENITIVE
        && Character.isLetterOrDigit(words.token(at).word().codePointAt(0));
  }

  /**
   * "Close friend of prime minister Bo Lee", "candidate Senator Ann Roe": the later noun is the
   * named one's.
   */
  private RolePhrase afterOther() {
    for (int at = begin + 1; at < end; at++) {
      boolean of = words.word(at).equals("of");
      RolePhrase rest = new RolePhrase(words, of ? at + 1 : at, end);
      boolean capital = Character.isUpperCase(words.token(at).word().codePointAt(0));
      boolean another = capital && isOffice(words, at - 1) && isLower(words, at - 1);
      if ((of || another) && !rest.isEmpty() && rest.isRole()) {
        return rest;
      }
    }
    return this;
  }

  private static boolean isLower(NamedWords words, int at) {
    return Character.isLowerCase(words.token(at).word().codePointAt(0));
  }

  Span span() {
    return words.span(begin, end);
  }

  /** Its words, mended. */
  String text() {
    String mended = BROKEN_HYPHEN.matcher(words.reading().text().at(span())).replaceAll("-");
    return SPACE.matcher(mended).replaceAll(" ");
  }

  /** The part up to the first preposition, which holds the role's noun. */
  String head() {
    return PREPOSITION.split(text(), 2)[0];
  }

  /** Whether its noun is one for what a person is or does. */
  boolean isRole() {
    Optional<String> told = isEmpty() ? Optional.empty() : RoleNouns.classOf(head());
    return told.isPresent()
        && !told.get().equals(RoleNouns.KIN)
        && !words.isOneOf(begin, Set.of("next", "future", "potential", "possible"))
        && !NOTHING_ALONE.contains(RoleNouns.singular(text().toLowerCase(Locale.ROOT)));
  }

  /** Whether its noun tells a passing state or a tie to somebody: a rival, a winner. */
  boolean isPassing() {
    String head = RoleNouns.singular(head().toLowerCase(Locale.ROOT));
    return NOTHING_ALONE.contains(head.substring(head.lastIndexOf(' ') + 1));
  }

  boolean isPlural() {
    return RoleNouns.isPlural(head());
  }

  /** In the singular: "Labour MP" of "Labour MPs from Leeds". */
  String singular() {
    String head = head();
    return RoleNouns.singular(head) + text().substring(head.length());
  }

  /** The organisation that it names first. */
  Optional<Entity> organisation() {
    return IntStream.range(begin, end)
        .mapToObj(words::mention)
        .flatMap(Optional::stream)
        .filter(it -> it.entity().type() == EntityType.ORGANISATION)
        .filter(it -> !NO_ORGANISATION.contains(it.text()))
        .map(Mention::entity)
        .findFirst();
  }

  /** The names in it, for a look at what it can tell. */
  List<Mention> names() {
    return IntStream.range(begin, end)
        .mapToObj(words::mention)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
