package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateInputTest {
  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.parse("2026-01-14");

  @ParameterizedTest
  @CsvSource({
    "2016-10-13, 2016-10-13",
    "2016-10, 2016-10",
    "2016, 2016",
    "12 January 2026, 2026-01-12",
    "'January 12, 2026', 2026-01-12",
    "January 2026, 2026-01",
    "Sep 2025, 2025-09",
    "today, 2026-01-14",
    "Yesterday, 2026-01-13",
    "last month, 2025-12",
    "this month, 2026-01",
    "last year, 2025",
    "last week, 2026-01-05"
  })
  void dates_are_read_as_people_write_them(String text, String iso) {
    assertThat(DateInput.parse(text, false, TODAY)).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({"last week, 2026-01-11", "this week, 2026-01-18", "last month, 2025-12"})
  void the_end_of_a_week_is_its_sunday(String text, String iso) {
    assertThat(DateInput.parse(text, true, TODAY)).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2016-13", "2016-02-30", "Smarch 2016", "last decade"})
  void other_texts_are_not_dates(String text) {
    assertThat(DateInput.parse(text, false, TODAY)).isEmpty();
  }
}
