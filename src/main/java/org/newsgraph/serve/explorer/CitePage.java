package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.cite.Citation;
import org.newsgraph.serve.cite.CitationFormat;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * Citations of one statement, {@code /cite?statement=…}, or of all that match a filter, {@code
 * /cite?speaker=…}, in all formats; {@code /statements.bib} and its like are the files.
 */
final class CitePage implements RouteHandler {
  /** Maximum number of statements in a file of citations. */
  private static final int MAX_STATEMENTS = 2_000;

  /** Number of citations that the page shows. */
  private static final int SHOWN = 50;

  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  private final Explorer explorer;

  CitePage(Explorer explorer) {
    this.explorer = explorer;
  }

  /**
   * Returns the address of the citation of a statement.
   *
   * @param statement the IRI of the statement
   */
  static String address(String statement, Iris iris) {
    // Editors may give statements any IRI.
    String shortest =
        statement.startsWith(iris.base()) ? statement.substring(iris.base().length()) : statement;
    return "/cite?statement=" + URLEncoder.encode(shortest, UTF_8);
  }

  @Override
  public Reply handle(Request request) {
    List<Citation> citations = citations(request, SHOWN);
    return Page.titled("Cite")
        .in(Section.STATEMENTS)
        .style("cite.css")
        .script("cite.js")
        .body(
            Html.of(
                "<p class=\"lead\">{}</p>\n{}",
                citations.size() < SHOWN
                    ? NumberText.of(citations.size(), "statement", "statements")
                    : "The first "
                        + SHOWN
                        + " statements; the files hold up to "
                        + NumberText.of(MAX_STATEMENTS),
                Arrays.stream(CitationFormat.values())
                    .map(it -> format(it, citations, request.query()))
                    .toList()))
        .reply(request);
  }

  private static Html format(CitationFormat format, List<Citation> citations, String query) {
    String file = "/statements." + format.extension() + "?" + query;
    return Html.of(
        """
        <section class="citation"><div class="bar"><h2>{}</h2><p class="actions">
        <button type="button" class="copy" hidden>Copy</button> <a href="{}">Download</a></p></div>
        <pre tabindex="0"><code>{}</code></pre></section>
        """,
        format.title(),
        file,
        format.write(citations));
  }

  /** Returns the handler that downloads citations in a format. */
  RouteHandler download(CitationFormat format) {
    return request ->
        Reply.of(format.mediaType(), format.write(citations(request, MAX_STATEMENTS)))
            .with(
                "Content-Disposition",
                "attachment; filename=\"statements." + format.extension() + "\"")
            .with("Cache-Control", "no-cache");
  }

  private List<Citation> citations(Request request, int limit) {
    List<StatementView> statements =
        request
            .parameter("statement")
            .map(this::statement)
            .orElseGet(
                () ->
                    explorer
                        .statements()
                        .find(
                            StatementFilter.of(request::textParameter),
                            PageRequest.of(limit, 0).withContexts())
                        .statements());
    return statements.stream()
        .map(it -> Citation.of(it, explorer.address(it.iri().getURI(), request)))
        .toList();
  }

  private List<StatementView> statement(String address) {
    String iri = ABSOLUTE.matcher(address).lookingAt() ? address : explorer.iris().base() + address;
    List<StatementView> found =
        explorer.statements().statement(iri).map(List::of).orElse(List.of());
    if (found.isEmpty()) {
      throw HttpError.notFound("statement " + address);
    }
    return found;
  }
}
