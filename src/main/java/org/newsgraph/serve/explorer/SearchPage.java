package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.query.entity.EntitySearch;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.RoleIndex;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.store.text.SearchWord;

/** The results of a search: speakers by role, statements, entities and articles. */
public final class SearchPage implements RouteHandler {
  private static final int LISTED = 12;
  private static final int QUOTES = 15;

  private static final String ARTICLES =
      """
      SELECT DISTINCT ?thing ?text {
        { (?thing ?score) text:query (dcterms:title ?words 100) }
        UNION { (?thing ?score) text:query (news:text ?words 100) }
        ?thing rdfs:label ?text }
      LIMIT 20
      """;

  private final SparqlRunner lookup;
  private final StatementSearch statements;
  private final RoleIndex roles;
  private final EntitySearch entities;
  private final StatementHtml quotes;
  private final Iris iris;

  public SearchPage(Explorer explorer) {
    this.lookup = explorer.lookup();
    this.statements = explorer.statements();
    this.roles = explorer.roleIndex();
    this.entities = new EntitySearch(lookup);
    this.iris = explorer.iris();
    this.quotes = new StatementHtml(iris);
  }

  @Override
  public Reply handle(Request request) {
    String words = request.parameter("q").orElse("").strip();
    if (!SearchWord.isIn(words)) {
      return Page.titled("Search")
          .body(new Html("<p class=\"empty\">Who or what are you looking for?</p>"))
          .reply(request);
    }
    List<EntitySearch.Found> named = entities.startingWith(words, LISTED);
    StatementFilter wanted = StatementFilter.all().with(StatementFilter.Field.TERMS, words);
    StatementPage said = statements.find(wanted, PageRequest.of(QUOTES, 0).grouped(true));
    SparqlRunner.Rows articles = lookup.rows(ARTICLES, Map.of("words", TextQuery.all(words)));
    Html byRole = speakersByRole(words);
    boolean nothing =
        named.isEmpty() && said.groups().isEmpty() && articles.rows().isEmpty() && byRole.isEmpty();
    return Page.titled("“" + words + "”")
        .body(
            nothing
                ? new Html(
                    "<p class=\"empty\">Nothing found. Try fewer words or different ones.</p>")
                : Html.of(
                    "{}<div class=\"columns\"><div>{}</div><aside>{}{}</aside></div>",
                    byRole,
                    said(said, wanted),
                    named(named),
                    articles(articles)))
        .sparql(said.sparql(), articles.sparql())
        .reply(request);
  }

  /** Offers the statements of speakers with a role or party that the words name: "Labour MPs". */
  private Html speakersByRole(String words) {
    int speakers = roles.speakersIfReady(words).size();
    return Html.of(
            "<p class=\"note\"><a href=\"/statements?{}\">Statements by {}</a> whose role or party matches these words.</p>",
            StatementFilter.all().with(StatementFilter.Field.ROLE, words).query(),
            NumberText.of(speakers, "speaker", "speakers"))
        .when(speakers > 0);
  }

  private Html said(StatementPage said, StatementFilter wanted) {
    return Html.of(
        "<h2>Statements with these words</h2>{}{}",
        said.groups().isEmpty()
            ? new Html("<p class=\"empty\">No statement contains these words.</p>")
            : quotes.list(said.groups()),
        Html.of(
                "<p class=\"pages\"><a class=\"button\" href=\"/statements?{}\">Show all as a table</a></p>",
                wanted.query())
            .when(said.next().isPresent()));
  }

  private Html named(List<EntitySearch.Found> named) {
    return Html.of(
            "<h2>People, organisations, places</h2><ul class=\"rows\">{}</ul>",
            named.stream()
                .map(
                    it ->
                        Html.of(
                            "<li><a href=\"{}\">{}</a><span>{}</span></li>\n",
                            Html.address(it.entity().getURI(), iris),
                            it.name(),
                            String.join(", ", it.types())))
                .toList())
        .when(!named.isEmpty());
  }

  private Html articles(SparqlRunner.Rows articles) {
    return Html.of(
            "<h2>Articles</h2><ul class=\"rows\">{}</ul>",
            articles.rows().stream().map(this::article).toList())
        .when(!articles.rows().isEmpty());
  }

  private Html article(Map<String, Node> row) {
    return Html.of(
        "<li><a href=\"{}\">{}</a></li>\n",
        Html.address(row.get("thing").getURI(), iris),
        StatementHtml.truncate(GraphValues.text(row.get("text")), 200));
  }
}
