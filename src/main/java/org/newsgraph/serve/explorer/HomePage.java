package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.BarList;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;
import org.newsgraph.serve.sparql.StatisticsService;
import org.newsgraph.store.Statistics;

/** The home page: search box, statistics, latest quotes and articles, rankings, example queries. */
public final class HomePage implements RouteHandler {
  private static final int ARTICLES = 8;
  private static final int QUOTES = 5;
  private static final int RANKED = 8;
  private static final int MAX_TITLE_LENGTH = 160;

  /** Example queries that the page links to: file name in the folder {@code queries}, and title. */
  static final Map<String, String> EXAMPLES =
      Map.of(
          "who-said-what-about-whom.rq", "Who said what about whom?",
          "talked-about-never-quoted.rq", "Who is talked about, but never quoted?",
          "named-together.rq", "Who and what is mentioned together?",
          "organisations-and-their-people.rq", "Who works for whom?",
          "unnamed-speakers.rq", "What did unnamed sources say?",
          "least-certain.rq", "Which statements need checking?");

  private static final String NEWEST = SparqlRunner.resource(HomePage.class, "newest.rq");

  private final Explorer explorer;
  private final StatisticsService counts;
  private final StatementHtml quotes;
  private final Iris iris;

  public HomePage(Explorer explorer, StatisticsService counts) {
    this.explorer = explorer;
    this.counts = counts;
    this.iris = explorer.iris();
    this.quotes = new StatementHtml(iris);
  }

  @Override
  public Reply handle(Request request) {
    List<ArticlesByDate.ArticleEntry> latest = explorer.articlesByDate().snapshot().latest();
    return Page.titled("Newsgraph")
        .in(Section.HOME)
        .style("home.css")
        .head(
            new Html(
                """
                <div class="hero"><h1>Find who said what, and where, word for word</h1>
                <form class="search" role="search" action="/search">
                <label class="unseen" for="search">Search people, organisations, places, statements and articles</label>
                <input id="search" name="q" type="search" autocomplete="off" spellcheck="false" maxlength="500"
                 placeholder="A name, or words from a statement"><button class="main">Search</button>
                </form></div>
                """))
        .body(
            latest.isEmpty()
                ? emptyPage(request)
                : Html.of("{}{}", figures(latest.size()), columns(latest)))
        .sparql(latest.isEmpty() ? "" : NEWEST)
        .reply(request);
  }

  private static Html emptyPage(Request request) {
    return Html.of(
        """
        <div class="prose"><p class="lead">There are no articles yet. Add some to see who said what in them:</p>
        <pre tabindex="0"><code>newsgraph build my-articles/</code></pre>
        {}</div>
        """,
        new Html("<p>Or <a href=\"/add\">paste the text of an article</a>.</p>")
            .when(request.loginsEnabled()));
  }

  private Html figures(int articles) {
    List<ItemList.Figure> all = new ArrayList<>();
    all.add(figure(articles, "article", "articles", ""));
    counts
        .current()
        .ifPresentOrElse(
            it -> all.addAll(figures(it.census().statistics())),
            () -> all.add(ItemList.Figure.of("…", "counting the rest")));
    return ItemList.figures(all);
  }

  private static List<ItemList.Figure> figures(Statistics found) {
    return List.of(
        figure(found.allStatements(), "statement", "statements", "/statements?status=all"),
        figure(
            found.statements().get(StatementKind.DIRECT),
            "direct quote",
            "direct quotes",
            "/statements?kind=direct&status=all"),
        figure(found.reports(), "report of a speech act", "reports of speech acts", ""),
        figure(found.entities().get(EntityType.PERSON), "person", "people", ""),
        figure(found.entities().get(EntityType.ORGANISATION), "organisation", "organisations", ""),
        figure(found.entities().get(EntityType.PLACE), "place", "places", ""));
  }

  private static ItemList.Figure figure(
      long number, String singular, String plural, String address) {
    return new ItemList.Figure(
        NumberText.of(number), number == 1 ? singular : plural, number == 0 ? "" : address);
  }

  private Html columns(List<ArticlesByDate.ArticleEntry> latest) {
    StatementFilter direct = StatementFilter.all().ofKind("direct");
    List<StatementLists.Group> said = explorer.statements().find(direct, QUOTES, 0, true).groups();
    List<ArticlesByDate.ArticleEntry> newest = latest.subList(0, Math.min(ARTICLES, latest.size()));
    return Html.of(
        "<div class=\"columns\"><div>{}{}</div><aside>{}{}</aside></div>",
        Html.of(
                "<h2>Latest quotes</h2>{}<p class=\"pages\"><a class=\"button\" href=\"/statements\">See all"
                    + " statements</a></p>",
                quotes.list(said))
            .when(!said.isEmpty()),
        explorer
            .store()
            .read(
                dataset ->
                    ItemList.titled(
                        "Newest articles",
                        newest,
                        ItemList.rows(newest, it -> article(dataset, it)))),
        rankings(),
        examples());
  }

  private ItemList.Entry article(DatasetGraph dataset, ArticlesByDate.ArticleEntry entry) {
    Node article = entry.article();
    return new ItemList.Entry(
        Html.of(
            "<a href=\"{}\">{}</a>{}",
            Html.address(article.getURI(), iris),
            ArticleTitle.of(GraphValues.label(dataset, article, article), MAX_TITLE_LENGTH),
            Html.of(" <cite class=\"small\">{}</cite>", entry.publisher())
                .when(!entry.publisher().isEmpty())),
        StatementHtml.date(
            GraphValues.text(dataset, article, article, DCTerms.issued.asNode()).orElse("")));
  }

  private Html rankings() {
    return explorer
        .topEntities()
        .rankings()
        .map(
            it ->
                ranking("Most quoted", it.quoted(), "speaker")
                    .and(ranking("Most talked about", it.discussed(), "about")))
        .orElse(new Html("<h2>Most quoted</h2><p class=\"quiet\">Counting…</p>"));
  }

  private Html ranking(String title, List<TopEntities.EntityCount> list, String parameter) {
    return ItemList.titled(
        title,
        list,
        BarList.of(
            list.stream().limit(RANKED).toList(),
            it ->
                new BarList.Bar(
                    Html.link(it.entity().getURI(), it.name(), iris),
                    it.count(),
                    it.count() == 1 ? "statement" : "statements",
                    "/statements?"
                        + parameter
                        + "="
                        + URLEncoder.encode(
                            StatementConditions.name(it.entity().getURI(), iris), UTF_8))));
  }

  private static Html examples() {
    List<Map.Entry<String, String>> sorted =
        EXAMPLES.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    return ItemList.titled(
        "Try a question",
        sorted,
        ItemList.rows(
            sorted,
            it ->
                new ItemList.Entry(
                    Html.of("<a href=\"/query?example={}\">{}</a>", it.getKey(), it.getValue()),
                    Html.NONE)));
  }
}
