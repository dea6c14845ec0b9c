package org.newsgraph.serve;

import java.util.Map;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.io.NumberText;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.sparql.SparqlRunner;
import org.newsgraph.serve.sparql.StatisticsService;
import org.newsgraph.store.Statistics;

/** What is here, and how to go on: a page for browsers, a plain text for everyone else. */
final class RootHandler implements RouteHandler {
  private final StatisticsService counts;
  private final RouteHandler page;

  /**
   * Answers at the root.
   *
   * @param page for browsers
   */
  RootHandler(StatisticsService counts, RouteHandler page) {
    this.counts = counts;
    this.page = page;
  }

  @Override
  public Reply answer(Request request) throws java.io.IOException {
    boolean browser = request.header("Accept").filter(it -> it.contains("text/html")).isPresent();
    return (browser ? page.answer(request) : Reply.text(text(request))).with("Vary", "Accept");
  }

  private String text(Request request) {
    return SparqlRunner.text(RootHandler.class, "front.txt")
        .replace("{{address}}", request.baseUrl())
        .replace(
            "{{holds}}",
            counts
                .now()
                .map(it -> holds(it.census().statistics()))
                .orElse("What this graph holds is being counted; look again in a minute."));
  }

  private static String holds(Statistics found) {
    Map<EntityType, Long> entities = found.entities();
    return "This graph holds "
        + count(found.articles(), "article", "articles")
        + " with "
        + count(found.allStatements(), "statement", "statements")
        + " ("
        + number(found.statements().get(StatementKind.DIRECT))
        + " of them word for word), "
        + count(found.reports(), "report of a speech act", "reports of speech acts")
        + ", "
        + count(entities.get(EntityType.PERSON), "person", "people")
        + ", "
        + count(entities.get(EntityType.ORGANISATION), "organisation", "organisations")
        + " and "
        + count(entities.get(EntityType.PLACE), "place", "places")
        + ".";
  }

  private static String count(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  private static String number(long value) {
    return NumberText.of(value);
  }
}
