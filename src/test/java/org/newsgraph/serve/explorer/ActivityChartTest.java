package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.newsgraph.query.activity.EntityActivity;
import org.newsgraph.query.entity.CoOccurrence;

class ActivityChartTest {
  /** Renders the chart of an entity that others made statements about. */
  private static String chart(Map<String, Integer> about) {
    EntityActivity company =
        new EntityActivity(
            EntityActivity.MAX_STATEMENTS,
            2,
            EntityActivity.MAX_STATEMENTS + 100,
            2,
            List.of(),
            List.of(),
            Map.of(),
            about,
            Map.of(),
            List.of(),
            false,
            new CoOccurrence(List.of(), 0, true));
    return ActivityChart.chart(company, NodeFactory.createURI("urn:her"), "Ann Roe").source();
  }

  @Test
  void many_statements_without_a_date_do_not_hide_the_months_of_others() {
    assertThat(chart(Map.of("2020-01", 1, "2020-03", 1))).contains("<svg").contains("2020");
  }

  @Test
  void months_without_statements_stand_on_the_time_axis() {
    assertThat(chart(Map.of("2020-02", 1, "2020-06", 3, "2020-09", 2)))
        .contains(">2020-02</text>", ">2020-03</text>", ">2020-09</text>");
  }

  @Test
  void many_months_become_years_without_gaps() {
    assertThat(chart(Map.of("1999-02", 1, "1999-06", 3, "2009-09", 2)))
        .contains(">1999</text>", ">1999: 4</title>", ">2001</text>")
        .doesNotContain("1999-02");
  }
}
