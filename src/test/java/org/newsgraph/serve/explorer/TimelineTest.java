package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.explorer.Timeline.Period;
import org.newsgraph.serve.explorer.Timeline.Step;

final class TimelineTest {
  @Test
  void days_without_a_statement_stand_between_those_with_one() {
    Timeline timeline = Timeline.of(Map.of("2016-02-28", 2L, "2016-03-01", 1L), null);
    assertThat(timeline.step()).isEqualTo(Step.DAY);
    assertThat(timeline.periods())
        .extracting(it -> it.first() + " " + it.count())
        .containsExactly("2016-02-28 2", "2016-02-29 0", "2016-03-01 1");
  }

  @Test
  void a_week_begins_on_monday() {
    Timeline timeline = Timeline.of(Map.of("2016-10-16", 1L, "2016-10-17", 1L), Step.WEEK);
    assertThat(timeline.periods())
        .containsExactly(
            new Period(LocalDate.of(2016, 10, 10), LocalDate.of(2016, 10, 16), 1),
            new Period(LocalDate.of(2016, 10, 17), LocalDate.of(2016, 10, 23), 1));
  }

  @Test
  void what_is_known_by_month_or_year_alone_is_counted_at_its_start() {
    Timeline timeline = Timeline.of(Map.of("2016", 1L, "2016-03", 1L), Step.MONTH);
    assertThat(timeline.periods()).extracting(Period::count).containsExactly(1L, 0L, 1L);
  }

  @Test
  void what_has_no_date_is_told_apart() {
    Timeline timeline = Timeline.of(Map.of("", 3L, "yesterday", 2L, "2016-13-45", 1L), null);
    assertThat(timeline.periods()).isEmpty();
    assertThat(timeline.undatedCount()).isEqualTo(6);
  }

  @Test
  void centuries_are_shown_by_year_however_fine_they_were_wanted() {
    Timeline timeline = Timeline.of(Map.of("1800-01-01", 1L, "2020-01-01", 1L), Step.DAY);
    assertThat(timeline.step()).isEqualTo(Step.YEAR);
  }

  @Property
  void nothing_is_lost_or_counted_twice(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 40_000) Integer> days,
      @ForAll Step step) {
    Map<String, Long> counts = new java.util.HashMap<>();
    days.forEach(
        it -> counts.merge(LocalDate.of(1950, 1, 1).plusDays(it).toString(), 1L, Long::sum));
    Timeline timeline = Timeline.of(counts, step);
    assertThat(timeline.datedCount()).isEqualTo(days.size());
    assertThat(timeline.periods()).hasSizeLessThanOrEqualTo(402);
    for (int i = 1; i < timeline.periods().size(); i++) {
      assertThat(timeline.periods().get(i).first())
          .isEqualTo(timeline.periods().get(i - 1).last().plusDays(1));
    }
  }
}
