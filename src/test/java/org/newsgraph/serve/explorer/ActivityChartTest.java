package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.newsgraph.query.entity.CoOccurrence;

class ActivityChartTest {
  @Test
  void many_statements_without_a_date_do_not_hide_the_months_of_others() {
    EntityActivity company =
        new EntityActivity(
            EntityActivity.MAX_STATEMENTS,
            2,
            EntityActivity.MAX_STATEMENTS + 100,
            2,
            List.of(),
            List.of(),
            Map.of(),
            Map.of("2020-01", 1, "2020-03", 1),
            Map.of(),
            List.of(),
            false,
            new CoOccurrence(List.of(), 0, true));
    assertThat(ActivityChart.chart(company, NodeFactory.createURI("urn:her")).toString())
        .contains("<svg")
        .contains("2020");
  }
}
