package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
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
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/** The home page: search box, statistics, latest quotes and articles, rankings, example queries. */
public final class HomePage implements RouteHandler {
  private static final int ARTICLES = 8;
  private static final int QUOTES = 5;

  /** Example queries that the page links to: file name in the folder {@code queries}, and title. */
  static final Map<String, String> EXAMPLES =
      Map.of(
          "who-said-what-about-whom.rq", "Who said what about whom?",
          "talked-about-never-quoted.rq", "Who is talked about, but never quoted?",
          "named-together.rq", "Who and what is mentioned together?",
          "organisations-and-their-people.rq", "Which people belong to which organisations?",
          "unnamed-speakers.rq", "What did unnamed speakers say?",
          "least-certain.rq", "Which statements are the least certain?");

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
    return Html.of(
        "<dl class=\"figures\">{}{}</dl>",
        figure(DatasetFigure.ARTICLES, articles),
        counts
            .current()
            .map(it -> figures(it.statistics()))
            .orElse(figure("…", "counting the rest")));
  }

  /** Returns all figures except the number of articles, which is known before the others. */
  private static Html figures(DatasetStatistics found) {
    return Arrays.stream(DatasetFigure.values())
        .filter(it -> it != DatasetFigure.ARTICLES)
        .map(it -> figure(it, it.of(found)))
        .collect(Html.joining());
  }

  private static Html figure(DatasetFigure figure, long number) {
    return figure(NumberText.of(number), figure.noun(number));
  }

  private static Html figure(String number, String label) {
    return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", label, number);
  }

  private Html columns(List<ArticlesByDate.ArticleEntry> latest) {
    StatementFilter direct = StatementFilter.all().with(StatementFilter.Field.KIND, "direct");
    List<StatementPage.Group> said =
        explorer.statements().find(direct, PageRequest.of(QUOTES, 0).grouped(true)).groups();
    return Html.of(
        "<div class=\"columns\"><div>{}<h2>Newest articles</h2><ul class=\"rows\">{}</ul></div>"
            + "<aside>{}{}</aside></div>",
        Html.of(
                "<h2>Latest direct quotes</h2>{}<p class=\"pages\"><a class=\"button\" href=\"/statements\">All"
                    + " statements</a></p>",
                quotes.list(said))
            .when(!said.isEmpty()),
        articles(latest),
        rankings(),
        examples());
  }

  private List<Html> articles(List<ArticlesByDate.ArticleEntry> latest) {
    return explorer
        .store()
        .read(
            dataset -> {
              List<Html> rows = new ArrayList<>();
              for (ArticlesByDate.ArticleEntry place :
                  latest.subList(0, Math.min(ARTICLES, latest.size()))) {
                Node article = place.article();
                String title = GraphValues.label(dataset, article, article);
                rows.add(
                    Html.of(
                        "<li><span><a href=\"{}\">{}</a>{}</span><span>{}</span></li>\n",
                        Html.address(article.getURI(), iris),
                        title,
                        Html.of(" <cite class=\"small\">{}</cite>", place.publisher())
                            .when(!place.publisher().isEmpty()),
                        StatementHtml.date(
                            GraphValues.text(dataset, article, article, DCTerms.issued.asNode())
                                .orElse(""))));
              }
              return rows;
            });
  }

  private Html rankings() {
    return explorer
        .topEntities()
        .rankings()
        .map(
            it ->
                ranking("Most quoted", it.quoted()).and(ranking("Most discussed", it.discussed())))
        .orElse(new Html("<h2>Most quoted</h2><p class=\"quiet\">Counting…</p>"));
  }

  private Html ranking(String title, List<EntityCount> list) {
    if (list.isEmpty()) {
      return Html.NONE;
    }
    long top = list.get(0).count();
    return Html.of(
        "<h2>{}</h2><ol class=\"bars\">{}</ol>",
        title,
        list.stream()
            .limit(8)
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"{}\">{}</a><span class=\"num\">{}<span class=\"unseen\"> {}</span></span>{}</li>\n",
                        Html.address(it.entity().getURI(), iris),
                        it.name(),
                        NumberText.of(it.count()),
                        it.count() == 1 ? "statement" : "statements",
                        Bars.of(it.count(), top)))
            .toList());
  }

  private static Html examples() {
    return Html.of(
        "<h2>Example questions</h2><ul class=\"rows\">{}</ul>",
        EXAMPLES.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"/query?example={}\">{}</a></li>\n",
                        it.getKey(),
                        it.getValue()))
            .toList());
  }
}
