package org.newsgraph.extract.role;

import java.util.EnumSet;
import java.util.Set;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.text.PartOfSpeech;

/** Finds the bounds of role phrases before and after a name. */
final class RolePhrases {
  private static final Set<PartOfSpeech> PHRASE =
      EnumSet.of(
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.GENITIVE,
          PartOfSpeech.PARTICIPLE,
          PartOfSpeech.NUMBER);

  /** Prepositions inside a role: "head of policy at", "adviser to". */
  private static final Set<String> PREPOSITIONS = Set.of("of", "at", "for", "with", "to", "in");

  private static final Set<String> BREAKS =
      Set.of("such", "as", "and", "or", "but", "including", "like", "who", "which");

  private static final Set<String> TIMES =
      Set.of("last", "this", "that", "next", "until", "since", "ago", "now", "years", "months");

  private static final Set<String> ABBREVIATED =
      Set.of("sen", "rep", "gov", "gen", "sens", "reps", "govs", "lt", "col", "sgt", "capt");

  /**
   * Participles that modify a role. Other participles state an action of which the person is the
   * object.
   */
  private static final Set<String> MODIFYING_PARTICIPLES =
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

  /** Maximum length of a role, in words. */
  private static final int MAX_LENGTH = 24;

  /** Words that start a role regardless of the words before: "his mentor former governor". */
  private static final Set<String> FORMER = Set.of("former", "then", "ex");

  private final MentionIndex words;

  RolePhrases(MentionIndex words) {
    this.words = words;
  }

  /** Returns the phrase that ends before a word: "Russian president", before a name. */
  RolePhrase endingBefore(int end) {
    int begin = end;
    while (begin > end - MAX_LENGTH
        && words.sameSentence(begin - 1, end)
        && continuesBefore(begin - 1)) {
      begin--;
    }
    return trimStart(begin, end);
  }

  private boolean continuesBefore(int at) {
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

  /** Tests whether a word is a hyphen or part of a hyphenated word: "editor-in-chief". */
  private boolean isHyphenated(int at) {
    return words.isHyphen(at) || words.isHyphen(at + 1) || words.isHyphen(at - 1);
  }

  /** Tests whether a full stop belongs to the abbreviation before it: "Sen.". */
  private boolean isAbbreviated(int at) {
    return at > 0
        && words.token(at - 1).span().end() == words.token(at).span().begin()
        && words.isOneOf(at - 1, ABBREVIATED);
  }

  /**
   * Tests whether a word is a role noun other than one for a relative: "Secretary of State John
   * Kerry", but not "husband of campaigner Jo".
   */
  private boolean isOffice(int at) {
    return at >= 0
        && RoleNouns.classOf(words.word(at)).filter(it -> !it.equals(RoleNouns.KIN)).isPresent();
  }

  /**
   * Returns the phrase that starts with a word: "head of policy at the Institute", after a name.
   */
  RolePhrase startingAt(int begin) {
    int end = begin;
    while (end < begin + MAX_LENGTH
        && words.sameSentence(end, begin)
        && continuesAfter(begin, end)) {
      end++;
    }
    while (end > begin && (words.isOneOf(end - 1, PREPOSITIONS) || words.isDeterminer(end - 1))) {
      end--;
    }
    return new RolePhrase(words, begin, end);
  }

  /**
   * Tests whether an expression of time starts at a word, which is not part of the role: "At the
   * time", "last year", "for ten years", "in 2013".
   */
  private boolean isTime(int at) {
    boolean joins = words.isOneOf(at, PREPOSITIONS);
    return words.isOneOf(at, TIMES)
        || (joins && words.isOneOf(at + 1, TIMES))
        || (joins && words.word(at + 2).equals("time"))
        || (joins && words.tag(at + 1) == PartOfSpeech.NUMBER)
        || (joins && words.word(at + 1).matches("\\d{4}"));
  }

  private boolean isQuotationMark(int at) {
    return words.token(at).word().matches("[“”\"‘«»„]|''");
  }

  private boolean continuesAfter(int begin, int at) {
    if (words.mention(at).isPresent()) {
      return true;
    }
    boolean article = words.isDeterminer(at) && !words.isPossessive(at);
    boolean joins = at > begin && (words.isOneOf(at, PREPOSITIONS) || article);
    boolean time = at > begin && isTime(at);
    boolean dash = words.token(at).word().matches("[–—]");
    return !dash
        && !isQuotationMark(at)
        && !words.isPossessive(at)
        && !time
        && !words.isOneOf(at, BREAKS)
        && (joins
            || PHRASE.contains(words.tag(at))
            || (words.tag(at) == PartOfSpeech.DETERMINER && at > begin)
            || isHyphenated(at)
            || (words.word(at).equals(".") && isAbbreviated(at)));
  }

  /** Returns the phrase without words at its start that do not belong to the role. */
  private RolePhrase trimStart(int begin, int end) {
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
    // "the jack-of-all-trades adviser": only half of the compound is in the phrase.
    while (from < end && words.isHyphen(from - 1)) {
      from += words.isHyphen(from + 1) ? 2 : 1;
    }
    // "beating rival Ann Roe": the participle states an action of which she is the object.
    boolean action =
        from < end - 1
            && words.word(from).endsWith("ing")
            && isLower(from)
            && !words.isOneOf(from, MODIFYING_PARTICIPLES)
            && !words.isHyphen(from + 1);
    from += action ? 1 : 0;
    from += from < end && words.word(from).equals("fellow") ? 1 : 0;
    return lastRole(new RolePhrase(words, from, end));
  }

  private boolean isWord(int at) {
    return words.tag(at) != PartOfSpeech.GENITIVE
        && Character.isLetterOrDigit(words.token(at).word().codePointAt(0));
  }

  /**
   * Returns the last of several roles in a phrase, which is that of the person named after it:
   * "Close friend of prime minister Bo Lee", "candidate Senator Ann Roe".
   */
  private RolePhrase lastRole(RolePhrase phrase) {
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
