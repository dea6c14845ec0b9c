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
import org.newsgraph.serve.page.ItemList;
import org.newsgraph.serve.page.Page;
import org.newsgraph.store.text.SearchWord;

/** The results of a search: speakers by role, statements, entities and articles. */
public final class SearchPage implements RouteHandler {
  private static final int LISTED = 12;
  private static final int QUOTES = 15;
  private static final int MAX_TITLE_LENGTH = 200;

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
    StatementPage said =
        statements.find(wanted, PageRequest.of(QUOTES, 0).grouped(true).withContexts());
    SparqlRunner.Rows articles = lookup.rows(ARTICLES, Map.of("words", TextQuery.all(words)));
    Html byRole = speakersByRole(words);
    boolean nothing =
        named.isEmpty() && said.groups().isEmpty() && articles.rows().isEmpty() && byRole.isEmpty();
    return Page.titled("“" + words + "” – Search")
        .head(Html.of("<h1>“{}”</h1>", words))
        .body(
            nothing
                ? new Html(
                    "<p class=\"empty\">Nothing found. Try fewer words or different ones.</p>")
                : columns(named(named), byRole.and(statements(said, wanted)), articles(articles)))
        .sparql(said.sparql(), articles.sparql())
        .reply(request);
  }

  /** Puts statements into the wide column if there are any; otherwise the entities found. */
  private static Html columns(Html named, Html statements, Html articles) {
    return statements.isEmpty()
        ? Html.of(
            "<div class=\"columns\"><div>{}</div><aside>{}</aside></div>",
            named.and(new Html("<p class=\"empty\">No statement contains these words.</p>")),
            articles)
        : Html.of(
            "<div class=\"columns found\"><aside>{}{}</aside><div>{}</div></div>",
            named,
            articles,
            statements);
  }

  /** Offers the statements of speakers with a role or party that the words name: "Labour MPs". */
  private Html speakersByRole(String words) {
    int speakers = roles.speakersIfReady(words).size();
    return Html.of(
            "<p class=\"note\">{}: <a href=\"/statements?{}\">see what they said</a>.</p>",
            speakers == 1
                ? "1 speaker holds such a role"
                : NumberText.of(speakers) + " speakers hold such a role",
            StatementFilter.all().with(StatementFilter.Field.ROLE, words).query())
        .when(speakers > 0);
  }

  private Html statements(StatementPage said, StatementFilter wanted) {
    return Html.of(
            "<h2>Statements containing these words</h2>{}{}",
            quotes.list(said.groups()),
            Html.of(
                    "<p class=\"pages\"><a class=\"button\" href=\"/statements?{}\">See all</a></p>",
                    wanted.query())
                .when(said.next().isPresent()))
        .when(!said.groups().isEmpty());
  }

  private Html named(List<EntitySearch.Found> named) {
    return ItemList.titled(
        "People, organisations, places",
        named,
        ItemList.rows(
            named,
            it ->
                new ItemList.Entry(
                    Html.link(it.entity().getURI(), it.name(), iris),
                    Html.of("{}", EntityTypeLabel.of(it.types())))));
  }

  private Html articles(SparqlRunner.Rows articles) {
    return ItemList.titled(
        "Articles", articles.rows(), ItemList.rows(articles.rows(), this::article));
  }

  private ItemList.Entry article(Map<String, Node> row) {
    return new ItemList.Entry(
        Html.of(
            "<a href=\"{}\">{}</a>",
            Html.address(row.get("thing").getURI(), iris),
            ArticleTitle.of(GraphValues.text(row.get("text")), MAX_TITLE_LENGTH)),
        Html.NONE);
  }
}
