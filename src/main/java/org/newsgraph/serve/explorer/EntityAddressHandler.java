package org.newsgraph.serve.explorer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.ErrorFormat;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/**
 * Serves the addresses of entities to people: dates in the address may be written in words, and the
 * page of an entity that does not exist offers the nearest names. Other clients get what the
 * handler of the addresses returns.
 */
final class EntityAddressHandler implements RouteHandler {
  private static final int NOT_FOUND = 404;
  private static final String EXTENSION = "\\.(html|ttl|json|nt|rdf)$";

  private final UnknownName names;
  private final Iris iris;
  private final RouteHandler next;

  /**
   * Creates the handler.
   *
   * @param next the handler of the addresses
   */
  EntityAddressHandler(SparqlRunner runner, RouteHandler next) {
    this.names = new UnknownName(runner);
    this.iris = runner.store().iris();
    this.next = next;
  }

  @Override
  public Reply handle(Request request) throws IOException {
    if (!ErrorFormat.isBrowser(request.header("Accept").orElse(""))) {
      return next.handle(request);
    }
    try {
      Optional<Reply> readable = DateInput.redirect(request, EntityPage.PARAMETERS);
      return readable.isPresent() ? readable.get() : next.handle(request);
    } catch (HttpError e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      return unknown(request);
    }
  }

  private Reply unknown(Request request) {
    String name =
        request
            .parameter("iri")
            .orElseGet(() -> request.pathTail().replaceFirst(EXTENSION, ""))
            .replaceFirst("^.*#entity=", "")
            .replace('_', ' ');
    List<UnknownName.Offer> near = names.nearestPages(name, iris);
    return Page.titled("Page not found")
        .head(new Html("<p class=\"kicker\">Error 404</p><h1>Page not found</h1>"))
        .body(UnknownName.message(name, near))
        .reply(request)
        .withStatus(NOT_FOUND)
        .with("Vary", "Accept");
  }
}
