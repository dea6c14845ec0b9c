package org.newsgraph.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Extracting;

/** Time expressions and the days, months and years that they denote. */
class TimeValueTest {
  /** A Wednesday. */
  private static final Optional<LocalDate> REFERENCE = Optional.of(LocalDate.of(2022, 6, 15));

  /** Returns the value of the first expression of a text. */
  private static Optional<String> value(String text, Optional<LocalDate> reference) {
    DocumentTokens tokens =
        new DocumentTokens(Extracting.ANALYSER.analyse(Extracting.article(text)));
    return IntStream.range(0, tokens.size())
        .mapToObj(at -> TimeExpressionParser.parse(tokens, at, tokens.size(), reference))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(it -> it.value().resolve(reference))
        .flatMap(DateRange::smallestUnit)
        .map(Object::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on Wednesday                | 2022-06-15
          on Thursday                 | 2022-06-09
          late on Monday              | 2022-06-13
          last Wednesday              | 2022-06-08
          this past Friday            | 2022-06-10
          Friday last week            | 2022-06-10
          on Monday of this week      | 2022-06-13
          on Monday morning           | 2022-06-13
          yesterday                   | 2022-06-14
          earlier today               | 2022-06-15
          last night                  | 2022-06-14
          this morning                | 2022-06-15
          on 12 May                   | 2022-05-12
          on the 12th of May          | 2022-05-12
          on May 12                   | 2022-05-12
          on July 20                  | 2021-07-20
          on June 16                  | 2022-06-16
          on May 7, 2019              | 2019-05-07
          7 May 2019                  | 2019-05-07
          on Jan. 5                   | 2022-01-05
          on 31 March last year       | 2021-03-31
          on Sunday, June 12          | 2022-06-12
          on Sunday (12 June)         | 2022-06-12
          on Sunday, June 12, 2022    | 2022-06-12
          on the evening of June 2    | 2022-06-02
          in March                    | 2022-03
          in August                   | 2021-08
          last June                   | 2021-06
          in March 2019               | 2019-03
          in early May                | 2022-05
          in mid-May                  | 2022-05
          at the beginning of May     | 2022-05
          in May of this year         | 2022-05
          in 2019                     | 2019
          last week                   | 2022-06
          earlier this month          | 2022-06
          last month                  | 2022-05
          earlier this year           | 2022
          last year                   | 2021
          three days ago              | 2022-06-12
          a week ago                  | 2022-06
          two months ago              | 2022-04
          five years ago              | 2017
          """)
  void a_time_is_the_smallest_day_month_or_year_that_includes_it(String text, String value) {
    assertThat(value("It rained " + text + " here.", REFERENCE)).contains(value);
  }

  @Test
  void a_week_in_two_months_is_a_year_and_one_in_two_years_has_no_value() {
    assertThat(value("It rained last week.", Optional.of(LocalDate.of(2022, 7, 5))))
        .contains("2022");
    assertThat(value("It rained last week.", Optional.of(LocalDate.of(2022, 1, 5)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"on Sunday; June 13", "on 31 February", "in 2031"})
  void a_time_that_contradicts_itself_or_the_articles_date_has_no_value(String text) {
    assertThat(value("It rained " + text.replace(';', ',') + ".", REFERENCE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"on May 5-6", "may march", "a sunday", "on 12 people", "the last three"})
  void other_words_are_no_times(String text) {
    assertThat(value("They saw " + text + " there.", REFERENCE)).isEmpty();
  }

  @Test
  void without_the_articles_date_only_absolute_times_have_a_value() {
    assertThat(value("It rained on Monday.", Optional.empty())).isEmpty();
    assertThat(value("It rained on 12 May.", Optional.empty())).isEmpty();
    assertThat(value("It rained on 12 May last year.", Optional.empty())).isEmpty();
    assertThat(value("It rained last week.", Optional.empty())).isEmpty();
    assertThat(value("It rained on 12 May 2019.", Optional.empty())).contains("2019-05-12");
    assertThat(value("It rained in May 2019.", Optional.empty())).contains("2019-05");
    assertThat(value("It rained in 2019.", Optional.empty())).contains("2019");
  }
}
