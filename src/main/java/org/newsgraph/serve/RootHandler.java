package org.newsgraph.serve;

import java.util.Map;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.sparql.StatisticsService;
import org.newsgraph.store.Statistics;

/** Serves the root address: the home page for browsers, a plain text for all other clients. */
final class RootHandler implements RouteHandler {
  private final StatisticsService counts;
  private final RouteHandler page;

  /**
   * Creates the handler.
   *
   * @param page serves the home page
   */
  RootHandler(StatisticsService counts, RouteHandler page) {
    this.counts = counts;
    this.page = page;
  }

  @Override
  public Reply handle(Request request) throws java.io.IOException {
    boolean browser = request.header("Accept").filter(it -> it.contains("text/html")).isPresent();
    return (browser ? page.handle(request) : Reply.text(text(request))).with("Vary", "Accept");
  }

  private String text(Request request) {
    return SparqlRunner.resource(RootHandler.class, "front.txt")
        .replace("{{address}}", request.baseUrl())
        .replace(
            "{{holds}}",
            counts
                .current()
                .map(it -> contents(it.census().statistics()))
                .orElse("The contents are being counted; try again in a minute."));
  }

  private static String contents(Statistics found) {
    Map<EntityType, Long> entities = found.entities();
    return "This database contains "
        + count(found.articles(), "article", "articles")
        + " with "
        + count(found.allStatements(), "statement", "statements")
        + " ("
        + number(found.statements().get(StatementKind.DIRECT))
        + " direct), "
        + count(found.reports(), "report of a speech act", "reports of speech acts")
        + ", "
        + count(entities.get(EntityType.PERSON), "person", "people")
        + ", "
        + count(entities.get(EntityType.ORGANISATION), "organisation", "organisations")
        + " and "
        + count(entities.get(EntityType.PLACE), "place", "places")
        + ".";
  }

  private static String count(long value, String singular, String plural) {
    return number(value) + " " + (value == 1 ? singular : plural);
  }

  private static String number(long value) {
    return NumberText.of(value);
  }
}
