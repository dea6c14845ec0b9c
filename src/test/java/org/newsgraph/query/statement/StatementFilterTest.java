package org.newsgraph.query.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.PublicationDates;
import org.newsgraph.query.statement.StatementFilter.Field;

/** A filter is read from parameters and written back to an address. */
final class StatementFilterTest {
  private static StatementFilter of(Map<String, String> parameters) {
    return StatementFilter.of(name -> parameters.getOrDefault(name, ""));
  }

  @Test
  void parameters_become_conditions_and_an_address_again() {
    StatementFilter filter =
        of(Map.of("speaker", " Ada Novak ", "q", "water price", "order", "NEWEST", "kind", ""));
    assertThat(filter.speaker()).isEqualTo("Ada Novak");
    assertThat(filter.terms()).isEqualTo("water price");
    assertThat(filter.query()).isEqualTo("q=water+price&speaker=Ada+Novak");
    assertThat(filter).isEqualTo(of(Map.of("speaker", "Ada Novak", "q", "water price")));
  }

  @Test
  void an_empty_value_removes_a_condition() {
    StatementFilter filter = StatementFilter.all().with(Field.ROLE, "minister");
    assertThat(filter.isEmpty()).isFalse();
    assertThat(filter.with(Field.ROLE, "")).isEqualTo(StatementFilter.all());
  }

  @Test
  void a_filter_is_open_without_a_speaker_role_topic_or_words() {
    assertThat(of(Map.of("kind", "direct", "from", "2016")).isOpen()).isTrue();
    assertThat(of(Map.of("role", "minister")).isOpen()).isFalse();
  }

  @Test
  void a_description_names_the_conditions_in_the_order_of_a_sentence() {
    assertThat(of(Map.of("from", "2016", "q", "price", "speaker", "Ada Novak")).describe())
        .isEqualTo("speaker Ada Novak, words price, from 2016");
  }

  @Test
  void users_cannot_set_the_time_of_extraction() {
    assertThat(of(Map.of("since", "2026-11-30T12:00:00Z"))).isEqualTo(StatementFilter.all());
  }

  @ParameterizedTest
  @CsvSource({
    "from, 13.10.2016, date",
    "to, soon, date",
    "kind, silly, kind",
    "status, whispered, status",
    "order, best, order"
  })
  void an_invalid_value_is_refused_with_its_name(String name, String value, String message) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016", "2016-10", "2016-10-13", "2016-10-13T12:00:00Z"})
  void a_range_contains_all_times_of_its_last_day_month_or_year(String date) {
    assertThat(new PublicationDates("", date).contains("2016-10-13T12:00:00Z")).isTrue();
    assertThat(new PublicationDates(date, "").contains("2017-01-01")).isTrue();
    assertThat(new PublicationDates("", date).contains("2017-01-01")).isFalse();
    assertThat(new PublicationDates("", date).contains("")).isFalse();
  }

  @Test
  void more_wanted_statements_or_more_articles_make_sorting_all_worth_while() {
    SearchCosts costs = SearchCosts.MEASURED;
    assertThat(costs.sortedBelow(20, 1_000)).isEqualTo(costs.minSorted());
    assertThat(costs.sortedBelow(20, 1_000_000)).isEqualTo(28_284);
    assertThat(costs.sortedBelow(500, 1_000_000)).isGreaterThan(costs.sortedBelow(20, 1_000_000));
  }
}
