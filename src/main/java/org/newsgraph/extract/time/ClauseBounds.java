package org.newsgraph.extract.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;

/** Detects words that govern a time expression near them, so that it does not belong to the cue. */
final class ClauseBounds {
  private static final Set<String> GOVERNING =
      WordLists.entries(ClauseBounds.class, "governing-words.txt");

  private static final Set<String> SPEAKING =
      WordLists.entries(ClauseBounds.class, "speaking-participles.txt");

  private static final Set<String> OCCASIONS =
      WordLists.entries(ClauseBounds.class, "speech-occasions.txt");

  /** Prepositions before a time that is not a point in time, or is part of a noun phrase. */
  private static final Set<String> BEFORE_TIME =
      Set.of(
          "since",
          "until",
          "till",
          "by",
          "before",
          "after",
          "between",
          "through",
          "to",
          "than",
          "around",
          "about",
          "despite",
          "following",
          "against",
          "for",
          "with",
          "throughout");

  /** Prepositions that join an occasion and its date: "a letter of 12 May". */
  private static final Set<String> BETWEEN_OCCASION_AND_TIME = Set.of("of", "from", "dated");

  private static final Set<String> FUTURE =
      Set.of(
          "will", "'ll", "ll", "won", "shall", "may", "might", "would", "could", "can", "should",
          "must");

  /** Maximum number of words between a time and the occasion that it modifies. */
  private static final int MAX_OCCASION_DISTANCE = 5;

  private final DocumentTokens tokens;

  ClauseBounds(DocumentTokens tokens) {
    this.tokens = tokens;
  }

  /** Tests whether a time after this word belongs to the word and not to the cue. */
  boolean governs(int at) {
    return switch (pos(at)) {
      case VERB -> isParticiple(at) ? governsAsParticiple(at) : !isBeforeTime(at);
      case RELATIVE -> isRelative(at);
      case PARTICIPLE -> governsAsParticiple(at);
      default -> GOVERNING.contains(word(at));
    };
  }

  /** Tests whether a word is a present participle. The tagger takes many for finite verbs. */
  boolean isParticiple(int at) {
    boolean tagged = pos(at) == PartOfSpeech.PARTICIPLE || pos(at) == PartOfSpeech.VERB;
    return tagged && word(at).endsWith("ing");
  }

  /** Tests whether a word is a finite verb or an infinitive. */
  boolean isFiniteVerb(int at) {
    return pos(at) == PartOfSpeech.VERB && !isParticiple(at);
  }

  /** Tests whether a participle that the tagger takes for a finite verb precedes a time. */
  private boolean isBeforeTime(int at) {
    return SPEAKING.contains(word(at))
        && TimeExpressionParser.parse(tokens, at + 1, tokens.size(), Optional.empty()).isPresent();
  }

  private boolean governsAsParticiple(int at) {
    return !SPEAKING.contains(word(at)) && !isBeforeNoun(at) && !beginsParticipleClause(at);
  }

  /** Tests whether a word begins a relative clause, unlike the acronym "WHO". */
  boolean isRelative(int at) {
    String spelling = tokens.word(at).token().word();
    return pos(at) == PartOfSpeech.RELATIVE && !spelling.equals(spelling.toUpperCase(Locale.ROOT));
  }

  /**
   * Tests whether a participle begins a clause of the cue's time: "Opening the bridge on Monday,
   * she said".
   */
  private boolean beginsParticipleClause(int at) {
    boolean first = at == 0 || tokens.endsSentence(at - 1) || separates(at - 1);
    return first && word(at).endsWith("ing") && !GOVERNING.contains(word(at));
  }

  /** Tests whether a participle modifies the next noun: "a televised address". */
  private boolean isBeforeNoun(int at) {
    boolean inPhrase = at > 0 && (pos(at - 1).isBeforeNoun() || pos(at - 1) == PartOfSpeech.ADVERB);
    return inPhrase && at + 1 < tokens.size() && pos(at + 1).isNoun();
  }

  /** Tests whether a separate phrase of the sentence ends before this word. */
  boolean separates(int at) {
    return List.of(",", ";", ":", "(", ")", "–", "—").contains(word(at)) || isDash(at);
  }

  /** Tests whether a word is a colon or a dash, as after the date of a dateline. */
  boolean isColonOrDash(int at) {
    return List.of(":", "–", "—").contains(word(at)) || isDash(at);
  }

  private boolean isDash(int at) {
    return (word(at).equals("-") || word(at).equals("--"))
        && at > 0
        && !tokens.word(at - 1).token().touches(tokens.word(at).token());
  }

  /**
   * Tests whether a time can be that of a cue in its clause: no other preposition precedes it, and
   * if it modifies a noun, this is an occasion of speech.
   *
   * @param end index after the last word of the clause
   */
  boolean isPointInTime(TimeExpression time, int begin, int end) {
    int before = time.range().first() - 1;
    if (before >= begin) {
      boolean dated =
          BETWEEN_OCCASION_AND_TIME.contains(word(before))
              && before > begin
              && OCCASIONS.contains(word(before - 1));
      if (BEFORE_TIME.contains(word(before))
          || (BETWEEN_OCCASION_AND_TIME.contains(word(before)) && !dated)) {
        return false;
      }
    }
    int next = time.range().last() + 1;
    if (isInName(time.range()) || isOneOfSeveral(time.range(), begin, end)) {
      return false;
    }
    boolean genitive = next < end && pos(next) == PartOfSpeech.GENITIVE;
    if (modifiesOccasion(next, end)) {
      return true;
    }
    boolean inPhrase = before >= begin && pos(before).isBeforeNoun();
    boolean first = tokens.word(time.range().first()).token().pos() == PartOfSpeech.PREPOSITION;
    boolean noun = !first && next < end && pos(next) == PartOfSpeech.NOUN && before >= begin;
    return !genitive && !inPhrase && !time.modifier() && (!noun || isAdverbial(time));
  }

  /** Tests whether a word is part of a name, such as that of a newspaper: "Sunday Times". */
  private boolean isInName(TokenRange range) {
    return IntStream.rangeClosed(range.first(), range.last())
        .anyMatch(at -> tokens.word(at).token().label() != EntityLabel.NONE);
  }

  /** Tests whether a conjunction joins a time to another one: "on Monday and Tuesday". */
  private boolean isOneOfSeveral(TokenRange range, int begin, int end) {
    int before = range.first() - 1;
    int after = range.last() + 1;
    return (before > begin && isConjunction(before) && isTime(before - 1))
        || (after + 1 < end && isConjunction(after) && isTime(after + 1));
  }

  private boolean isConjunction(int at) {
    return pos(at) == PartOfSpeech.CONJUNCTION;
  }

  private boolean isTime(int at) {
    String spelling = tokens.word(at).token().word();
    return CalendarWords.weekday(spelling).isPresent()
        || CalendarWords.month(spelling).isPresent()
        || CalendarWords.year(spelling).isPresent()
        || CalendarWords.daysAgo(spelling).isPresent();
  }

  private static boolean isAdverbial(TimeExpression time) {
    return time.value() instanceof TimeValue.CalendarUnit || time.value() instanceof TimeValue.Ago;
  }

  private boolean modifiesOccasion(int next, int end) {
    for (int at = next; at < Math.min(end, next + MAX_OCCASION_DISTANCE); at++) {
      if (OCCASIONS.contains(word(at))) {
        return !isInName(new TokenRange(at, at));
      }
      PartOfSpeech tag = pos(at);
      if (!tag.isNoun() && tag != PartOfSpeech.ADJECTIVE && tag != PartOfSpeech.GENITIVE) {
        return false;
      }
    }
    return false;
  }

  /** Tests whether the cue states a plan, a wish or a possibility: "will say", "plans to say". */
  boolean isFuture(int first, int last) {
    int begin = verbGroup(first);
    for (int at = begin; at <= last; at++) {
      boolean verbFollows = at + 1 == first || (at < last && pos(at + 1) == PartOfSpeech.VERB);
      boolean infinitive = word(at).equals("to") && verbFollows;
      if (infinitive || (pos(at) == PartOfSpeech.VERB && FUTURE.contains(word(at)))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the index of the first auxiliary or adverb of the verb group that ends at a word. */
  int verbGroup(int first) {
    int begin = first;
    while (begin > 0
        && tokens.word(begin - 1).sentence() == tokens.word(first).sentence()
        && (pos(begin - 1) == PartOfSpeech.VERB
            || isAdverb(begin - 1)
            || pos(begin - 1) == PartOfSpeech.PARTICIPLE
            || word(begin - 1).equals("to"))) {
      begin--;
    }
    return begin;
  }

  private boolean isAdverb(int at) {
    return pos(at) == PartOfSpeech.ADVERB && CalendarWords.daysAgo(word(at)).isEmpty();
  }

  private PartOfSpeech pos(int at) {
    return tokens.word(at).token().pos();
  }

  private String word(int at) {
    return tokens.word(at).token().word().toLowerCase(Locale.ROOT);
  }
}
