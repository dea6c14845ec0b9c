package org.newsgraph.extract.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.StatementTime;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.Attribution;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds the time at which statements were made, if their sentences give one.
 *
 * <table>
 * <caption>Places of a time, in the order in which they are searched</caption>
 * <tr><td>X said on Monday that …; “Q,” said X on Monday</td><td>after the cue</td></tr>
 * <tr><td>On Monday, X said …; X on Monday said …</td><td>before the cue</td></tr>
 * <tr><td>X said “Q” on Monday</td><td>after the content</td></tr>
 * <tr><td>X said on Monday …, adding that …</td><td>at an earlier cue of the source</td></tr>
 * </table>
 */
public final class StatementTimeFinder {
  private static final int NARRATION = -1;

  private final DocumentTokens tokens;
  private final Optional<LocalDate> reference;
  private final ClauseBounds bounds;
  private final List<Attribution> attributions;

  /** Index of the innermost content that includes each word, or {@link #NARRATION}. */
  private final int[] contents;

  private final boolean[] cues;

  private StatementTimeFinder(
      DocumentTokens tokens, List<Attribution> attributions, Optional<LocalDate> reference) {
    this.tokens = tokens;
    this.reference = reference;
    this.bounds = new ClauseBounds(tokens);
    this.attributions = attributions;
    this.contents = new int[tokens.size()];
    this.cues = new boolean[tokens.size()];
    Arrays.fill(contents, NARRATION);
    for (int i = 0; i < attributions.size(); i++) {
      for (Span part : attributions.get(i).parts()) {
        TokenRange range = tokens.range(part);
        for (int at = range.first(); at <= range.last(); at++) {
          contents[at] = isInside(i, contents[at]) ? i : contents[at];
        }
      }
      attributions.get(i).cue().map(tokens::range).ifPresent(this::markCue);
    }
  }

  private void markCue(TokenRange cue) {
    Arrays.fill(cues, cue.first(), cue.last() + 1, true);
  }

  private boolean isInside(int inner, int outer) {
    return outer == NARRATION
        || attributions.get(inner).span().length() < attributions.get(outer).span().length();
  }

  /**
   * Finds the times of statements.
   *
   * @param attributions all attributions of the article, in reading order
   * @param reference the day on which the article was published; empty if unknown
   * @return the time of each attribution that has one
   */
  public static Map<Attribution, StatementTime> find(
      DocumentTokens tokens, List<Attribution> attributions, Optional<LocalDate> reference) {
    StatementTimeFinder finder = new StatementTimeFinder(tokens, attributions, reference);
    Map<Attribution, StatementTime> times = new HashMap<>();
    for (Attribution attribution : attributions) {
      finder
          .own(attribution)
          .or(() -> finder.shared(attribution, times))
          .ifPresent(time -> times.put(attribution, time));
    }
    return times;
  }

  private Optional<StatementTime> own(Attribution attribution) {
    if (attribution.cue().isEmpty()) {
      return Optional.empty();
    }
    TokenRange cue = tokens.range(attribution.cue().get());
    if (cue.length() < 1 || bounds.isFuture(cue.first(), cue.last())) {
      return Optional.empty();
    }
    Optional<TimeExpression> after = following(cue.first(), cue);
    boolean verb = !tokens.word(cue.first()).token().word().equalsIgnoreCase("according");
    return after
        .or(() -> verb ? beforeCue(cue, attribution) : Optional.empty())
        .or(() -> verb ? afterContent(cue, attribution) : Optional.empty())
        .flatMap(this::resolve);
  }

  private Optional<TimeExpression> afterContent(TokenRange cue, Attribution attribution) {
    return attribution.parts().stream()
        .map(part -> tokens.range(part).last() + 1)
        .filter(next -> next > cue.last() && next < tokens.size() && isOpen(next, cue))
        .flatMap(next -> following(next, cue).stream().filter(it -> isApart(it, next)))
        .findFirst();
  }

  /** Tests whether a time after a content is certainly not the last phrase of the content. */
  private boolean isApart(TimeExpression time, int next) {
    return time.range().first() > next || !tokens.word(next - 1).isUnquoted();
  }

  /** Returns the first time from a word on that no other word than the cue governs. */
  private Optional<TimeExpression> following(int begin, TokenRange cue) {
    int end = begin;
    while (end < tokens.size() && isOpen(end, cue)) {
      end++;
    }
    for (int at = begin; at < end; at++) {
      Optional<TimeExpression> time = TimeExpressionParser.parse(tokens, at, end, reference);
      if (time.isPresent() && bounds.isPointInTime(time.get(), begin, end)) {
        return time;
      }
      boolean joins = tokens.word(at).token().pos() == PartOfSpeech.CONJUNCTION;
      boolean clause = joins && (begin > cue.last() || bounds.separates(at - 1));
      if (!cue.contains(at) && (bounds.governs(at) || cues[at] || clause)) {
        return Optional.empty();
      }
      at = time.map(it -> it.range().last()).orElse(at);
    }
    return Optional.empty();
  }

  /** Returns the last time before the cue that no other word governs. */
  private Optional<TimeExpression> beforeCue(TokenRange cue, Attribution attribution) {
    int end = bounds.verbGroup(cue.first());
    int begin = end;
    while (begin > 0 && isOpen(begin - 1, cue)) {
      begin--;
    }
    int source =
        attribution.source().map(it -> tokens.range(it).last()).filter(it -> it < end).orElse(end);
    boolean shares = sharesSubject(attribution, cue.first());
    boolean relative = false;
    boolean governed = begin > 0 && isInOtherContent(begin - 1, cue, attribution);
    boolean participle =
        bounds.isParticiple(cue.first()) && !hasOwnSubject(attribution, cue.first());
    TimeExpression found = null;
    TimeExpression last = null;
    for (int at = begin; at < end; at++) {
      Optional<TimeExpression> time = TimeExpressionParser.parse(tokens, at, end, reference);
      if (time.isPresent()) {
        found = !governed && bounds.isPointInTime(time.get(), begin, end) ? time.get() : found;
        at = time.get().range().last();
        last = time.get();
      } else if (bounds.separates(at)) {
        found = bounds.isColonOrDash(at) ? null : found;
        relative = false;
        governed = at >= source && isApposition(at + 1, end);
      } else if (bounds.isWhen(at) && last != null && at - last.range().last() <= 2) {
        found = last;
        relative = false;
        governed = false;
      } else if (bounds.governs(at)) {
        boolean verb =
            tokens.word(at).token().pos() == PartOfSpeech.VERB && !bounds.isParticiple(at);
        relative |= bounds.isRelative(at);
        found = verb && !relative && !shares ? null : found;
        governed |= !verb || relative || !participle;
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * Tests whether a word in the sentence of a cue belongs to the content of another attribution.
   */
  private boolean isInOtherContent(int at, TokenRange cue, Attribution attribution) {
    int offset = tokens.word(at).token().span().begin();
    return tokens.word(at).sentence() == tokens.word(cue.first()).sentence()
        && attribution.parts().stream().noneMatch(it -> it.contains(offset));
  }

  /**
   * Tests whether a phrase after the source describes it: "Ann Roe, the winner on Monday, said".
   */
  private boolean isApposition(int at, int end) {
    return at < end
        && tokens.isInNounPhrase(at)
        && TimeExpressionParser.parse(tokens, at, end, reference).isEmpty();
  }

  /**
   * Tests whether a cue has the subject of another verb before it: "On Monday she wrote to the
   * mayor, saying …; On Monday she met the mayor and said …".
   */
  private boolean sharesSubject(Attribution attribution, int cue) {
    int before = bounds.verbGroup(cue) - 1;
    return !hasOwnSubject(attribution, cue)
        && (bounds.isParticiple(cue)
            || (before >= 0 && tokens.word(before).token().pos() == PartOfSpeech.CONJUNCTION));
  }

  /** Tests whether the source directly precedes the cue. */
  private boolean hasOwnSubject(Attribution attribution, int cue) {
    return attribution.source().filter(it -> tokens.range(it).last() == cue - 1).isPresent();
  }

  /** Tests whether a word is in the sentence of a cue, and in no content or in the same one. */
  private boolean isOpen(int at, TokenRange cue) {
    return tokens.word(at).sentence() == tokens.word(cue.first()).sentence()
        && contents[at] == contents[cue.first()];
  }

  /** Returns the time of an earlier statement in the sentence whose source a statement shares. */
  private Optional<StatementTime> shared(
      Attribution attribution, Map<Attribution, StatementTime> times) {
    if (attribution.cue().isEmpty() || attribution.source().isEmpty()) {
      return Optional.empty();
    }
    TokenRange cue = tokens.range(attribution.cue().get());
    if (cue.length() < 1 || !sharesSubject(attribution, cue.first())) {
      return Optional.empty();
    }
    return attributions.stream()
        .filter(it -> it.source().equals(attribution.source()) && times.containsKey(it))
        .filter(it -> it.cue().filter(other -> isBefore(other, cue)).isPresent())
        .reduce((earlier, later) -> later)
        .map(times::get);
  }

  private boolean isBefore(Span other, TokenRange cue) {
    TokenRange range = tokens.range(other);
    return range.last() < cue.first() && isOpen(range.first(), cue);
  }

  private Optional<StatementTime> resolve(TimeExpression time) {
    Span span = tokens.span(time.range());
    Optional<LocalDate> day =
        time.value() instanceof TimeValue.Earlier ? dayBefore(time.range().first()) : reference;
    return time.value()
        .resolve(day)
        .flatMap(DateRange::smallestUnit)
        .map(value -> new StatementTime(span, tokens.textOf(span), value));
  }

  /** Returns the day that the sentence of a word, or the sentence before, names last. */
  private Optional<LocalDate> dayBefore(int end) {
    int sentence = tokens.word(end).sentence();
    for (int at = end - 1; at >= 0 && tokens.word(at).sentence() >= sentence - 1; at--) {
      Optional<LocalDate> day =
          TimeExpressionParser.parse(tokens, at, end, reference)
              .flatMap(it -> it.value().resolve(reference))
              .flatMap(DateRange::smallestUnit)
              .filter(LocalDate.class::isInstance)
              .map(LocalDate.class::cast);
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }
}
