package org.newsgraph.extract.role;

import java.util.EnumSet;
import java.util.Set;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.text.PartOfSpeech;

/** Tells how far the words of a role reach, to the left of a name or to the right of one. */
final class RolePhrases {
  private static final Set<PartOfSpeech> PHRASE =
      EnumSet.of(
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.GENITIVE,
          PartOfSpeech.PARTICIPLE,
          PartOfSpeech.NUMBER);

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

  private final MentionIndex words;

  RolePhrases(MentionIndex words) {
    this.words = words;
  }

  /** The phrase that ends before this word: "Russian president", before a name. */
  RolePhrase before(int end) {
    int begin = end;
    while (begin > end - LONGEST && words.sameSentence(begin - 1, end) && goesOn(begin - 1)) {
      begin--;
    }
    return trimmed(begin, end);
  }

  private boolean goesOn(int at) {
    boolean dash = words.token(at).word().matches("[–—]");
    boolean adjective = words.tag(at) == PartOfSpeech.DETERMINER && !words.isDeterminer(at);
    boolean abbreviated = words.word(at).equals(".") && isAbbreviated(at);
    return !dash
        && !isQuotationMark(at)
        && !words.isOneOf(at, BREAKS)
        && words.mention(at).filter(MentionIndex::isPerson).isEmpty()
        && !words.isPossessive(at)
        && (PHRASE.contains(words.tag(at))
            || adjective
            || abbreviated
            || isHyphenated(at)
            || (words.word(at).equals("of") && isOffice(at - 1)));
  }

  /** A hyphen, or a part of a word beside it: "editor-in-chief". */
  private boolean isHyphenated(int at) {
    return words.isHyphen(at) || words.isHyphen(at + 1) || words.isHyphen(at - 1);
  }

  /** "Sen.": a full stop that belongs to the word before it. */
  private boolean isAbbreviated(int at) {
    return at > 0
        && words.token(at - 1).span().end() == words.token(at).span().begin()
        && words.isOneOf(at - 1, ABBREVIATED);
  }

  /** "Secretary of State John Kerry", but not "husband of campaigner Jo". */
  private boolean isOffice(int at) {
    return at >= 0
        && RoleNouns.classOf(words.word(at)).filter(it -> !it.equals(RoleNouns.KIN)).isPresent();
  }

  /** The phrase that begins with this word: "head of policy at the Institute", after a name. */
  RolePhrase from(int begin) {
    int end = begin;
    while (end < begin + LONGEST && words.sameSentence(end, begin) && goesOnAfter(begin, end)) {
      end++;
    }
    while (end > begin && (words.isOneOf(end - 1, JOINS) || words.isDeterminer(end - 1))) {
      end--;
    }
    return new RolePhrase(words, begin, end);
  }

  /** "At the time", "last year", "for ten years", "in 2013": when, and no part of the role. */
  private boolean isTime(int at) {
    boolean joins = words.isOneOf(at, JOINS);
    return words.isOneOf(at, TIMES)
        || (joins && words.isOneOf(at + 1, TIMES))
        || (joins && words.word(at + 2).equals("time"))
        || (joins && words.tag(at + 1) == PartOfSpeech.NUMBER)
        || (joins && words.word(at + 1).matches("\\d{4}"));
  }

  private boolean isQuotationMark(int at) {
    return words.token(at).word().matches("[“”\"‘«»„]|''");
  }

  private boolean goesOnAfter(int begin, int at) {
    if (words.mention(at).isPresent()) {
      return true;
    }
    boolean article = words.isDeterminer(at) && !words.isPossessive(at);
    boolean joins = at > begin && (words.isOneOf(at, JOINS) || article);
    boolean timeTold = at > begin && isTime(at);
    boolean dash = words.token(at).word().matches("[–—]");
    return !dash
        && !isQuotationMark(at)
        && !words.isPossessive(at)
        && !timeTold
        && !words.isOneOf(at, BREAKS)
        && (joins
            || PHRASE.contains(words.tag(at))
            || (words.tag(at) == PartOfSpeech.DETERMINER && at > begin)
            || isHyphenated(at)
            || (words.word(at).equals(".") && isAbbreviated(at)));
  }

  /** Without what only seems to belong to it, at its beginning. */
  private RolePhrase trimmed(int begin, int end) {
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
            && isLower(from)
            && !words.isOneOf(from, DOING)
            && !words.isHyphen(from + 1);
    from += doing ? 1 : 0;
    from += from < end && words.word(from).equals("fellow") ? 1 : 0;
    return afterOther(new RolePhrase(words, from, end));
  }

  private boolean isWord(int at) {
    return words.tag(at) != PartOfSpeech.GENITIVE
        && Character.isLetterOrDigit(words.token(at).word().codePointAt(0));
  }

  /**
   * "Close friend of prime minister Bo Lee", "candidate Senator Ann Roe": the later noun is the
   * named one's.
   */
  private RolePhrase afterOther(RolePhrase phrase) {
    for (int at = phrase.begin() + 1; at < phrase.end(); at++) {
      boolean of = words.word(at).equals("of");
      RolePhrase rest = new RolePhrase(words, of ? at + 1 : at, phrase.end());
      boolean capital = Character.isUpperCase(words.token(at).word().codePointAt(0));
      boolean another = capital && isOffice(at - 1) && isLower(at - 1);
      if ((of || another) && !rest.isEmpty() && rest.isRole()) {
        return rest;
      }
    }
    return phrase;
  }

  private boolean isLower(int at) {
    return Character.isLowerCase(words.token(at).word().codePointAt(0));
  }
}
