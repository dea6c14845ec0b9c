package org.newsgraph.serve;

import org.newsgraph.io.NumberText;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statistics.DatasetFigure;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.query.statistics.StatisticsService;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

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
                .map(it -> contents(it.statistics()))
                .orElse("The contents are being counted; try again in a minute."));
  }

  private static String contents(DatasetStatistics found) {
    return "This database contains %s with %s (%s direct), %s, %s, %s and %s."
        .formatted(
            DatasetFigure.ARTICLES.text(found),
            DatasetFigure.STATEMENTS.text(found),
            NumberText.of(DatasetFigure.DIRECT_QUOTES.of(found)),
            DatasetFigure.REPORTS.text(found),
            DatasetFigure.PEOPLE.text(found),
            DatasetFigure.ORGANISATIONS.text(found),
            DatasetFigure.PLACES.text(found));
  }
}
