package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statement.ReportView;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/**
 * The page of an article: its text with statements, reports of speech acts and names marked in
 * place, and the list of its speakers.
 */
final class ArticlePage {
  private static final String SPARQL = SparqlRunner.resource(ArticlePage.class, "article.rq");

  /** Maximum length of a title in a browser's tab, in code points. */
  private static final int MAX_TITLE_LENGTH = 120;

  private final StatementSearch statements;
  private final DatasetGraph dataset;
  private final Node article;
  private final Iris iris;

  /**
   * A speaker in the article.
   *
   * @param number position in the order of first statements, from 0
   * @param first the first statement
   * @param said all statements
   */
  private record Speaker(int number, StatementView first, List<StatementView> said) {}

  ArticlePage(Explorer explorer, DatasetGraph dataset, Node article) {
    this.statements = explorer.statements();
    this.dataset = dataset;
    this.article = article;
    this.iris = explorer.iris();
  }

  Page page(Request request) {
    String title = GraphValues.label(dataset, article, article);
    List<StatementView> said = statements.ofArticle(article);
    Map<String, Speaker> speakers = speakers(said);
    List<ReportView> reports = statements.reports().ofArticle(article);
    String shown = title.isEmpty() ? iris.articleId(article) : title;
    return Page.titled(ArticleTitle.of(shown, MAX_TITLE_LENGTH))
        .style("article.css")
        .script("article.js")
        .head(head(shown))
        .body(
            Html.of(
                "<div class=\"reading\"><div class=\"text\">{}{}</div><aside>{}{}{}</aside></div>",
                unread(),
                new AnnotatedText(dataset, article, iris, said, it -> number(it, speakers), reports)
                    .html(),
                listed(speakers),
                new ReportHtml(iris).section(reports, false),
                editing(request)))
        .sparql(SPARQL.replace("?article ", "<" + article.getURI() + "> "));
  }

  private Html head(String title) {
    return Html.of(
        "<p class=\"kicker\">{}</p>{}<p class=\"lead\">{}</p>{}",
        line(
            text(DCTerms.publisher.asNode()),
            StatementHtml.date(text(DCTerms.issued.asNode())).source()),
        ArticleTitle.heading(title),
        byline(),
        correction());
  }

  /** Returns the correction that the publisher appended, with its date. */
  private Html correction() {
    String text = text(SchemaDO.correction.asNode());
    return Html.of(
            "<p class=\"note\"><b>Correction by the publisher</b>{}<br>{}</p>",
            new Html(" · " + StatementHtml.date(text(DCTerms.modified.asNode())).source())
                .when(!text(DCTerms.modified.asNode()).isEmpty()),
            text)
        .when(!text.isEmpty());
  }

  private static Html line(String publisher, String date) {
    return Html.of(
        "{}{}{}",
        publisher,
        new Html(" · ").when(!publisher.isEmpty() && !date.isEmpty()),
        new Html(date));
  }

  private Html byline() {
    List<Html> parts = new ArrayList<>();
    List<Node> authors = GraphValues.values(dataset, article, article, DCTerms.creator.asNode());
    if (!authors.isEmpty()) {
      parts.add(
          Html.of(
              "By {}",
              authors.stream()
                  .map(it -> Html.of("{}", GraphValues.text(it)))
                  .collect(Html.joining(", "))));
    }
    GraphValues.value(dataset, article, article, DCTerms.source.asNode())
        .map(
            it ->
                it.isURI()
                    ? Html.link(it.getURI(), "Original article", iris)
                    : Html.of("{}", GraphValues.text(it)))
        .ifPresent(parts::add);
    GraphValues.value(dataset, article, article, News.sameTextAs)
        .ifPresent(
            it ->
                parts.add(
                    Html.of(
                        "Same text as <a href=\"{}\">another article</a>",
                        Html.address(it.getURI(), iris))));
    return parts.stream().collect(Html.joining(" · "));
  }

  private String text(Node property) {
    return GraphValues.text(dataset, article, article, property).orElse("");
  }

  private Html unread() {
    return new Html(
            "<p class=\"note\">Newsgraph does not support the language of this article, so its names"
                + " and statements were not extracted.</p>")
        .when(text(News.analysed).equals("false"));
  }

  /** Groups statements by speaker, in the order of the speakers' first statements. */
  private static Map<String, Speaker> speakers(List<StatementView> said) {
    Map<String, Speaker> speakers = new LinkedHashMap<>();
    for (StatementView each : said) {
      speakers
          .computeIfAbsent(key(each), it -> new Speaker(speakers.size(), each, new ArrayList<>()))
          .said()
          .add(each);
    }
    return speakers;
  }

  private static String key(StatementView said) {
    return said.speaker().map(it -> it.iri().getURI()).orElse("");
  }

  private static Optional<Integer> number(StatementView said, Map<String, Speaker> speakers) {
    return said.speaker().map(it -> speakers.get(key(said)).number());
  }

  private Html listed(Map<String, Speaker> speakers) {
    if (speakers.isEmpty()) {
      return new Html("<h2>Speakers</h2><p class=\"quiet\">No speakers found.</p>");
    }
    return Html.of(
        "<h2>Speakers</h2><p class=\"quiet small\">{}</p><ol class=\"speakers\">{}</ol>",
        NumberText.of(
                speakers.values().stream().mapToLong(it -> it.said().size()).sum(),
                "statement",
                "statements")
            + " by "
            + NumberText.of(speakers.size(), "speaker", "speakers"),
        speakers.values().stream().map(this::speaker).toList());
  }

  private Html speaker(Speaker speaker) {
    return Html.of(
        "<li class=\"{}\"><h3>{}</h3><ol>{}</ol></li>\n",
        AnnotatedText.colourClass(
            speaker.first().speaker().isPresent()
                ? Optional.of(speaker.number())
                : Optional.empty()),
        new StatementHtml(iris).speaker(speaker.first()),
        speaker.said().stream()
            .map(
                it ->
                    Html.of(
                        "<li><a href=\"#{}\">{}</a> {}</li>\n",
                        AnnotatedText.fragment(it.iri()),
                        StatementHtml.truncate(StatementHtml.text(it), 90),
                        Html.of(
                            "<span class=\"quiet small\">{} {} {}</span>",
                            StatementHtml.kind(it),
                            StatementHtml.percent(it.confidence()),
                            new StatementHtml(iris).cite(it))))
            .toList());
  }

  private Html editing(Request request) {
    return Html.of(
            """
            <details class="small"><summary>Delete this article</summary>
            <form method="post" action="/article-delete"><input type="hidden" name="article" value="{}">
            <p>Facts that only this article states are deleted as well.</p><p><button>Delete</button></p></form></details>
            """,
            article.getURI())
        .when(request.isByEditor());
  }
}
