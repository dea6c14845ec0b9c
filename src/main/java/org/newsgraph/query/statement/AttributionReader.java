package org.newsgraph.query.statement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.query.GraphValues;

/**
 * Reads statements and reports from the graphs of their articles. What belongs to an article is
 * read once for all its statements.
 */
final class AttributionReader {
  private final DatasetGraph dataset;
  private final boolean contexts;
  private final Map<Node, ArticleValues> articles = new HashMap<>();

  /** Times of extraction by activity, of which each article has its own. */
  private final Map<Node, String> times = new HashMap<>();

  /** The values of an article that its statements share. The text is empty if it is not needed. */
  private record ArticleValues(ArticleReference reference, Optional<Text> text) {}

  /**
   * @param contexts true to read the sentences of statements from the texts of articles
   */
  AttributionReader(DatasetGraph dataset, boolean contexts) {
    this.dataset = dataset;
    this.contexts = contexts;
  }

  /** Reads a statement; empty if its graph has no such statement. */
  Optional<StatementView> statement(SearchHit hit) {
    ResourceValues values = read(hit);
    return values.text(News.content).map(content -> statement(hit, content, values));
  }

  private StatementView statement(SearchHit hit, String content, ResourceValues values) {
    ArticleValues article = article(hit);
    return new StatementView(
        hit.iri(),
        content,
        kind(values),
        values.text(News.cue),
        values.confidence(),
        values.entities(News.speaker).stream().findFirst(),
        values.text(News.speakerText),
        values.entities(News.about),
        hit.article(),
        article.reference(),
        values.offset(News.begin),
        values.offset(News.end),
        values.status(),
        values.text(News.quotedText),
        values
            .text(News.saidOn)
            .map(it -> new StatementView.SaidOn(it, values.text(News.saidOnText).orElse(""))),
        extractedAt(hit, values),
        article.text().flatMap(text -> context(text, values)));
  }

  /** Reads a report of a speech act; empty if its graph has no such report. */
  Optional<ReportView> report(SearchHit hit) {
    ResourceValues values = read(hit);
    ArticleValues article = article(hit);
    return values
        .text(News.topic)
        .map(
            topic ->
                new ReportView(
                    hit.iri(),
                    topic,
                    values.text(News.cue).orElse(""),
                    values.confidence(),
                    values.entities(News.speaker).stream().findFirst(),
                    values.text(News.speakerText),
                    values.entities(News.about),
                    hit.article(),
                    article.reference().id(),
                    article.reference().title(),
                    values.offset(News.begin),
                    values.offset(News.end),
                    values.status()));
  }

  /** Returns the time of extraction in ISO 8601; empty if the graph does not give it. */
  String extractedAt(SearchHit hit) {
    return GraphValues.value(dataset, graph(hit), hit.iri(), Prov.wasGeneratedBy)
        .map(it -> endedAt(graph(hit), it))
        .orElse("");
  }

  private String extractedAt(SearchHit hit, ResourceValues values) {
    return values.node(Prov.wasGeneratedBy).map(it -> endedAt(graph(hit), it)).orElse("");
  }

  private String endedAt(Node graph, Node activity) {
    return times.computeIfAbsent(
        activity, it -> GraphValues.text(dataset, graph, it, Prov.endedAtTime).orElse(""));
  }

  private ResourceValues read(SearchHit hit) {
    return ResourceValues.read(dataset, graph(hit), hit.iri());
  }

  private ArticleValues article(SearchHit hit) {
    return articles.computeIfAbsent(graph(hit), this::article);
  }

  private ArticleValues article(Node article) {
    return new ArticleValues(
        new ArticleReference(
            GraphValues.text(dataset, article, article, DCTerms.identifier.asNode()).orElse(""),
            GraphValues.label(dataset, article, article),
            GraphValues.values(dataset, article, article, DCTerms.creator.asNode()).stream()
                .map(GraphValues::text)
                .sorted()
                .toList(),
            GraphValues.value(dataset, article, article, DCTerms.source.asNode())
                .map(GraphValues::text)),
        contexts
            ? GraphValues.text(dataset, article, article, News.text).map(Text::new)
            : Optional.empty());
  }

  private static Node graph(SearchHit hit) {
    return hit.article().article();
  }

  private static String kind(ResourceValues values) {
    return values.nodes(RDF.type.asNode()).stream()
        .filter(it -> !it.equals(News.Statement))
        .map(it -> it.getURI().replaceFirst(".*#", "").replace("Statement", ""))
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<StatementView.Context> context(Text text, ResourceValues values) {
    int begin = values.offset(News.contextBegin);
    int end = values.offset(News.contextEnd);
    return begin < 0 || end <= begin || end > text.length()
        ? Optional.empty()
        : Optional.of(new StatementView.Context(text.substring(new Span(begin, end)), begin, end));
  }
}
