package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.statement.ArticlesByDate;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statistics.DatasetFigure;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.query.statistics.StatisticsService;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.BarList;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.ItemList;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

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
    all.add(figure(DatasetFigure.ARTICLES, articles));
    counts
        .current()
        .ifPresentOrElse(
            it -> all.addAll(figures(it.statistics())),
            () -> all.add(ItemList.Figure.of("…", "counting the rest")));
    return ItemList.figures(all);
  }

  /** Returns all figures except the number of articles, which is known before the others. */
  private static List<ItemList.Figure> figures(DatasetStatistics found) {
    return Arrays.stream(DatasetFigure.values())
        .filter(it -> it != DatasetFigure.ARTICLES)
        .map(it -> figure(it, it.of(found)))
        .toList();
  }

  private static ItemList.Figure figure(DatasetFigure figure, long number) {
    String address =
        switch (figure) {
          case STATEMENTS -> "/statements?status=all";
          case DIRECT_QUOTES -> "/statements?kind=direct&status=all";
          default -> "";
        };
    return new ItemList.Figure(
        NumberText.of(number), figure.noun(number), number == 0 ? "" : address);
  }

  private Html columns(List<ArticlesByDate.ArticleEntry> latest) {
    StatementFilter direct = StatementFilter.all().with(StatementFilter.Field.KIND, "direct");
    List<StatementPage.Group> said =
        explorer
            .statements()
            .find(direct, PageRequest.of(QUOTES, 0).grouped(true).withContexts())
            .groups();
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

  private Html ranking(String title, List<EntityCount> list, String parameter) {
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
