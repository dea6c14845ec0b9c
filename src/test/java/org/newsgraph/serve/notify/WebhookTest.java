package org.newsgraph.serve.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.statement.ArticleReference;
import org.newsgraph.query.statement.ArticlesByDate;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementView;

/** A webhook knows which statements have been delivered. */
final class WebhookTest {
  private static final Webhook HOOK =
      new Webhook(
          "1",
          "https://example.org/",
          "secret",
          StatementFilter.all().with(StatementFilter.Field.TERMS, "x"),
          "2026-11-30T12:00:00Z",
          List.of());

  private static StatementView statement(String id, String extractedAt) {
    return new StatementView(
        NodeFactory.createURI(id),
        "content",
        "direct",
        Optional.empty(),
        1,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new ArticlesByDate.ArticleEntry(NodeFactory.createURI("article"), 0, "", ""),
        new ArticleReference("id", "title", List.of(), Optional.empty()),
        0,
        1,
        ReportStatus.SAID,
        Optional.empty(),
        Optional.empty(),
        extractedAt,
        Optional.empty());
  }

  @Test
  void a_delivered_statement_is_not_delivered_again_until_it_is_extracted_again() {
    StatementView first = statement("a", "2026-11-30T12:00:01Z");
    Webhook after = HOOK.afterDeliveryOf(List.of(first));
    assertThat(after.undelivered(List.of(first))).isEmpty();
    StatementView again = statement("a", "2026-11-30T12:00:02Z");
    assertThat(after.undelivered(List.of(first, again))).containsExactly(again);
  }

  @Test
  void a_statement_that_becomes_visible_late_is_still_delivered() {
    Webhook after = HOOK.afterDeliveryOf(List.of(statement("b", "2026-11-30T12:05:00Z")));
    StatementView late = statement("a", "2026-11-30T12:04:00Z");
    assertThat(late.extractedAt()).isGreaterThan(after.since());
    assertThat(after.undelivered(List.of(late))).containsExactly(late);
  }

  @Test
  void statements_are_forgotten_after_the_longest_delay() {
    Webhook after =
        HOOK.afterDeliveryOf(List.of(statement("a", "2026-11-30T12:00:00Z")))
            .afterDeliveryOf(List.of(statement("b", "2026-11-30T13:00:00Z")));
    assertThat(after.since()).isEqualTo("2026-11-30T12:50:00Z");
    assertThat(after.delivered()).extracting(Webhook.Delivered::statement).containsExactly("b");
  }

  @Test
  void the_list_of_delivered_statements_is_bounded() {
    Instant start = Instant.parse("2026-11-30T12:00:00Z");
    List<StatementView> many =
        IntStream.range(0, 5000)
            .mapToObj(i -> statement("s" + i, start.plusSeconds(i / 20).toString()))
            .toList();
    Webhook after = HOOK.afterDeliveryOf(many);
    assertThat(after.delivered()).hasSizeBetween(2000, 2020);
    assertThat(after.undelivered(many).stream().map(StatementView::extractedAt))
        .allMatch(at -> at.compareTo(after.since()) < 0);
  }

  @Test
  void a_time_that_is_none_in_the_graph_does_no_harm() {
    Webhook after = HOOK.afterDeliveryOf(List.of(statement("a", "tomorrow")));
    assertThat(after.since()).isEqualTo(HOOK.since());
    assertThat(after.undelivered(List.of(statement("a", "tomorrow")))).isEmpty();
  }
}
