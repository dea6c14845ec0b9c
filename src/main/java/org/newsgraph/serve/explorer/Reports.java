package org.newsgraph.serve.explorer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.serve.page.Html;

/** Reads reports of speech acts and renders them as a list, separate from statements. */
record Reports(DatasetGraph dataset, Iris iris) {
  private static final int MAX_TOPIC_LENGTH = 110;

  /**
   * A report of a speech act.
   *
   * @param iri the IRI of the report; opens the article at the topic
   * @param speaker the speaker; empty if the article names or describes none
   * @param speakerName the speaker's name, or the article's words for the speaker
   * @param begin offset of the topic's first character, in code points
   * @param end offset after the topic's last character, in code points
   * @param article the article
   * @param status whether the article says that the speech act was performed
   */
  record Report(
      Node iri,
      Optional<Node> speaker,
      String speakerName,
      String cue,
      String topic,
      int begin,
      int end,
      ArticlesByDate.ArticleEntry article,
      ReportStatus status) {}

  /** Returns the reports of an article, in the order of its text. */
  List<Report> ofArticle(ArticlesByDate.ArticleEntry place) {
    return all(place).map(it -> read(it, place)).sorted(inReadingOrder()).toList();
  }

  /**
   * Returns reports of an entity's speech acts that were performed.
   *
   * @param places the articles to search, in this order
   * @param limit maximum number of reports
   */
  List<Report> by(Node entity, List<ArticlesByDate.ArticleEntry> places, int limit) {
    return places.stream()
        .flatMap(
            place ->
                all(place)
                    .filter(it -> dataset.contains(place.article(), it, News.speaker, entity))
                    .map(it -> read(it, place))
                    .filter(it -> it.status() == ReportStatus.SAID)
                    .sorted(inReadingOrder()))
        .limit(limit)
        .toList();
  }

  private static Comparator<Report> inReadingOrder() {
    return Comparator.comparingInt(Report::begin).thenComparingInt(Report::end);
  }

  private Stream<Node> all(ArticlesByDate.ArticleEntry place) {
    return GraphValues.values(dataset, place.article(), place.article(), News.report).stream();
  }

  private Report read(Node it, ArticlesByDate.ArticleEntry place) {
    Node article = place.article();
    Optional<Node> speaker = GraphValues.value(dataset, article, it, News.speaker);
    String name = speaker.map(who -> GraphValues.label(dataset, article, who)).orElse("");
    return new Report(
        it,
        speaker,
        name.isEmpty() ? text(it, place, News.speakerText) : name,
        text(it, place, News.cue),
        text(it, place, News.topic),
        offset(it, place, News.begin),
        offset(it, place, News.end),
        place,
        GraphValues.value(dataset, article, it, News.reportStatus)
            .flatMap(News::reportStatus)
            .orElse(ReportStatus.SAID));
  }

  private String text(Node it, ArticlesByDate.ArticleEntry place, Node property) {
    return GraphValues.text(dataset, place.article(), it, property).orElse("");
  }

  private int offset(Node it, ArticlesByDate.ArticleEntry place, Node property) {
    return GraphValues.text(dataset, place.article(), it, property)
        .map(Integer::parseInt)
        .orElse(-1);
  }

  /**
   * Renders a section with one line per report; empty if there are no reports.
   *
   * @param dated true to show the date of each article
   */
  Html section(List<Report> reports, boolean dated) {
    return Html.of(
            "<h2>Reports of speech acts</h2><ul class=\"rows reports\">{}</ul>",
            reports.stream().map(it -> line(it, dated)).toList())
        .when(!reports.isEmpty());
  }

  private Html line(Report report, boolean dated) {
    return Html.of(
        "<li><span>{} – {} – <a href=\"{}\">{}</a> {}</span>{}</li>\n",
        speaker(report),
        report.cue(),
        Html.address(report.iri().getURI(), iris),
        StatementHtml.truncate(report.topic(), MAX_TOPIC_LENGTH),
        StatementHtml.status(report.status()),
        Html.of("<span>{}</span>", StatementHtml.date(report.article().issued())).when(dated));
  }

  private Html speaker(Report report) {
    return report
        .speaker()
        .filter(it -> iris.isEntity(it.getURI()))
        .map(
            it ->
                Html.of(
                    "<a class=\"plain\" href=\"{}\">{}</a>",
                    Html.address(it.getURI(), iris),
                    report.speakerName()))
        .orElseGet(() -> Html.of("{}", report.speakerName()));
  }
}
