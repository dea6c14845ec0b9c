package org.newsgraph.extract.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
 * <tr><td>Q — X (@x) May 7, 2024</td><td>in the line below a post</td></tr>
 * <tr><td>X said on Monday …, adding that …</td><td>at an earlier cue of the source</td></tr>
 * </table>
 */
public final class StatementTimeFinder {
  private final DocumentTokens tokens;
  private final List<Attribution> attributions;
  private final Optional<LocalDate> reference;
  private final ClauseBounds bounds;
  private final AttributionZones zones;

  private StatementTimeFinder(
      DocumentTokens tokens, List<Attribution> attributions, Optional<LocalDate> reference) {
    this.tokens = tokens;
    this.attributions = attributions;
    this.reference = reference;
    this.bounds = new ClauseBounds(tokens);
    this.zones = new AttributionZones(tokens, attributions);
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
          .ofPost(attribution)
          .or(() -> finder.own(attribution))
          .or(() -> finder.shared(attribution, times))
          .ifPresent(time -> times.put(attribution, time));
    }
    return times;
  }

  /** Returns the date of a post or block quotation, if the line that names its author gives one. */
  private Optional<StatementTime> ofPost(Attribution attribution) {
    return tokens.blocks().stream()
        .filter(it -> it.span().equals(attribution.span()))
        .flatMap(it -> it.signature().stream())
        .map(
            it ->
                new TokenRange(tokens.range(it.name()).last() + 1, tokens.range(it.line()).last()))
        .flatMap(
            line ->
                IntStream.rangeClosed(line.first(), line.last())
                    .mapToObj(
                        at -> TimeExpressionParser.parse(tokens, at, line.last() + 1, reference))
                    .flatMap(Optional::stream))
        .findFirst()
        .flatMap(this::resolve);
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
        .filter(next -> next > cue.last() && next < tokens.size())
        .filter(next -> zones.areTogether(next, cue.first()))
        .flatMap(next -> following(next, cue).stream().filter(it -> isApart(it, next)))
        .findFirst();
  }

  /** Tests whether a time after a content is certainly not the last phrase of the content. */
  private boolean isApart(TimeExpression time, int next) {
    return time.range().first() > next || !tokens.word(next - 1).isUnquoted();
  }

  /** Returns the first time from a word on that no other word than the cue governs. */
  private Optional<TimeExpression> following(int begin, TokenRange cue) {
    int end = zones.end(begin);
    for (int at = begin; at < end; at++) {
      Optional<TimeExpression> time = TimeExpressionParser.parse(tokens, at, end, reference);
      if (time.isPresent() && bounds.isPointInTime(time.get(), begin, end)) {
        return time;
      }
      boolean joins = tokens.word(at).token().pos() == PartOfSpeech.CONJUNCTION;
      boolean clause = joins && (begin > cue.last() || bounds.separates(at - 1));
      if (!cue.contains(at) && (bounds.governs(at) || zones.isCue(at) || clause)) {
        return Optional.empty();
      }
      at = time.map(it -> it.range().last()).orElse(at);
    }
    return Optional.empty();
  }

  private Optional<TimeExpression> beforeCue(TokenRange cue, Attribution attribution) {
    int end = bounds.verbGroup(cue.first());
    int begin = Math.min(end, zones.begin(cue.first()));
    int source =
        attribution.source().map(it -> tokens.range(it).last()).filter(it -> it < end).orElse(end);
    boolean shares = sharesSubject(attribution, cue.first());
    PrecedingTimeSearch.Cue clause =
        new PrecedingTimeSearch.Cue(
            begin,
            end,
            source,
            shares,
            shares && bounds.isParticiple(cue.first()),
            zones.followsOtherContent(begin, attribution));
    return new PrecedingTimeSearch(tokens, bounds, reference, clause).search();
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
    return range.last() < cue.first() && zones.areTogether(range.first(), cue.first());
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
