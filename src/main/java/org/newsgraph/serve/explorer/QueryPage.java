package org.newsgraph.serve.explorer;

import java.util.Optional;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * The query editor, {@code /query}. The parameter {@code query} is a query to run at once; {@code
 * example} is the name of an example query to run at once.
 */
public final class QueryPage implements RouteHandler {
  private final Examples original = new Examples();
  private final Explorer explorer;

  /** Creates the query editor of a database. */
  public QueryPage(Explorer explorer) {
    this.explorer = explorer;
  }

  @Override
  public Reply handle(Request request) {
    Examples examples = original.about(explorer.examples());
    Optional<Examples.Example> example =
        request
            .parameter("example")
            .map(
                name ->
                    examples.find(name).orElseThrow(() -> HttpError.notFound("example " + name)));
    Optional<String> given = request.parameter("query").or(() -> example.map(it -> it.query()));
    String query = given.orElseGet(() -> examples.groups().get(0).examples().get(0).query());
    Html body =
        Html.of(
            """
            <div class="workbench" data-base="{}">
            <div>
            <form id="ask" action="/news/sparql" {}>
            <label class="unseen" for="sparql">SPARQL query</label>
            <textarea id="sparql" name="query" rows="18" spellcheck="false" autocapitalize="off">{}</textarea>
            <input type="hidden" name="format" value="text">
            <div class="actions">
            <button class="main" id="run">Run</button>
            <button type="button" id="stop" hidden>Stop</button>
            <span class="quiet small keys"><kbd>Ctrl</kbd>+<kbd>Enter</kbd> runs the query,
             <kbd>Ctrl</kbd>+<kbd>Space</kbd> suggests terms</span>
            <button type="button" id="share">Copy link</button>
            </div>
            </form>
            <p id="told" role="status" class="quiet"></p>
            <section id="answer" aria-label="Result" hidden></section>
            </div>
            <nav class="examples" aria-labelledby="examples"><h2 id="examples">Examples</h2>
            {}</nav>
            </div>
            """,
            explorer.iris().base(),
            new Html("data-run").when(given.isPresent()),
            query,
            examples.groups().stream().map(group -> list(group, example)).toList());
    return Page.titled("Query")
        .in(Section.QUERY)
        .style("tools.css")
        .script("query.js")
        .body(body)
        .reply(request);
  }

  private static Html list(Examples.Group group, Optional<Examples.Example> current) {
    return Html.of(
        "<h3>{}</h3>\n<ul>{}</ul>\n",
        group.title(),
        group.examples().stream()
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"/query?example={}\" title=\"{}\"{}>{}</a></li>\n",
                        it.name(),
                        it.note(),
                        new Html(" aria-current=\"true\"")
                            .when(current.filter(it::equals).isPresent()),
                        it.title()))
            .toList());
  }
}
