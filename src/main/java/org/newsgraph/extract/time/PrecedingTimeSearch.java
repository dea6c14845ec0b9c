package org.newsgraph.extract.time;

import java.time.LocalDate;
import java.util.Optional;
import org.newsgraph.extract.DocumentTokens;

/**
 * Search for the time before a cue, from left to right over the words before it.
 *
 * <p>A phrase between commas is independent: a word that governs a time ("after", a participle, a
 * relative pronoun) does so up to the next comma. A finite verb that is not in a relative clause
 * ends the clause of the times before it, unless the cue shares its subject.
 */
final class PrecedingTimeSearch {
  /** Maximum number of words from a time to the "when" of its clause. */
  private static final int MAX_WHEN_DISTANCE = 2;

  private final DocumentTokens tokens;
  private final ClauseBounds bounds;
  private final Optional<LocalDate> reference;
  private final Cue cue;

  private TimeExpression found;
  private TimeExpression last;

  /** The time in an open relative clause without a verb, in which the cue may be. */
  private TimeExpression inRelative;

  private boolean relative;
  private boolean verbInRelative;
  private boolean governed;

  /**
   * The clause of a cue.
   *
   * @param begin index of the first word that may belong to it
   * @param end index after the last word before the cue and its auxiliaries
   * @param source index of the last word of the source; {@code end} if it does not precede the cue
   * @param sharesSubject whether the cue has the subject of another verb before it
   * @param participle whether the cue is a participle that has this subject
   * @param governed whether the first words belong to something else
   */
  record Cue(
      int begin,
      int end,
      int source,
      boolean sharesSubject,
      boolean participle,
      boolean governed) {}

  PrecedingTimeSearch(
      DocumentTokens tokens, ClauseBounds bounds, Optional<LocalDate> reference, Cue cue) {
    this.tokens = tokens;
    this.bounds = bounds;
    this.reference = reference;
    this.cue = cue;
    this.governed = cue.governed();
  }

  /** Returns the last time that no other word than the cue governs. */
  Optional<TimeExpression> search() {
    for (int at = cue.begin(); at < cue.end(); at++) {
      Optional<TimeExpression> time = parse(at);
      if (time.isPresent()) {
        time(time.get());
        at = last.range().last();
      } else if (bounds.separates(at)) {
        separator(at);
      } else if (beginsClauseOfTime(at)) {
        found = last;
        governed = false;
      } else if (bounds.governs(at)) {
        governor(at);
      }
    }
    return Optional.ofNullable(inRelative).or(() -> Optional.ofNullable(found));
  }

  private Optional<TimeExpression> parse(int at) {
    return TimeExpressionParser.parse(tokens, at, cue.end(), reference);
  }

  /**
   * Tests whether "when" begins the clause of the time before it: "in 2018, when she said that".
   */
  private boolean beginsClauseOfTime(int at) {
    return tokens.word(at).token().word().equals("when")
        && last != null
        && at - last.range().last() <= MAX_WHEN_DISTANCE;
  }

  private void time(TimeExpression time) {
    last = time;
    if (bounds.isPointInTime(time, cue.begin(), cue.end())) {
      found = governed ? found : time;
      inRelative = relative && !verbInRelative ? time : inRelative;
    }
  }

  private void separator(int at) {
    found = bounds.isColonOrDash(at) ? null : found;
    inRelative = null;
    relative = false;
    verbInRelative = false;
    governed = at >= cue.source() && isApposition(at + 1);
  }

  private void governor(int at) {
    boolean verb = bounds.isFiniteVerb(at);
    relative |= bounds.isRelative(at);
    if (relative && verb) {
      verbInRelative = true;
      inRelative = null;
    }
    found = verb && !relative && !cue.sharesSubject() ? null : found;
    governed |= !verb || relative || !cue.participle();
  }

  /** Tests whether a phrase describes the source: "Ann Roe, the winner on Monday, said". */
  private boolean isApposition(int at) {
    return at < cue.end() && tokens.isInNounPhrase(at) && parse(at).isEmpty();
  }
}
