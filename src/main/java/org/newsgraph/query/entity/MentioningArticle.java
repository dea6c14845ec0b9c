package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.DCTerms;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NodeIdQuads;

/**
 * An article that mentions an entity.
 *
 * @param id id of the article
 * @param date date of publication in ISO 8601; empty if unknown
 * @param title label of the article
 */
public record MentioningArticle(String id, String date, String title) {
  private static final Comparator<MentioningArticle> OLDEST_FIRST =
      Comparator.comparing(MentioningArticle::date).thenComparing(MentioningArticle::id);

  private record Dated(NodeId article, String date) {}

  /**
   * Returns the oldest articles that mention an entity; articles without a date come first. Only
   * the dates of the others are read.
   *
   * @param limit maximum number of articles
   */
  public static List<MentioningArticle> oldest(
      DatasetGraph dataset, Node entity, Iris iris, int limit) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    Map<NodeId, String> dates = new HashMap<>();
    List<Dated> articles = new ArrayList<>();
    for (var quads = ids.withProperty(News.mentions, entity); quads.hasNext(); ) {
      NodeIdQuads.IdQuad quad = quads.next();
      if (quad.subject().equals(quad.graph())) {
        articles.add(
            new Dated(
                quad.graph(),
                ids.value(quad.graph(), quad.graph(), DCTerms.issued.asNode())
                    .map(it -> dates.computeIfAbsent(it, id -> GraphValues.text(ids.term(id))))
                    .orElse("")));
      }
    }
    articles.sort(Comparator.comparing(Dated::date));
    String last =
        articles.isEmpty() ? "" : articles.get(Math.min(limit, articles.size()) - 1).date();
    Map<MentioningArticle, Node> found = new TreeMap<>(OLDEST_FIRST);
    articles.stream()
        .takeWhile(it -> it.date().compareTo(last) <= 0)
        .forEach(
            it -> {
              Node article = ids.term(it.article());
              found.put(new MentioningArticle(iris.articleId(article), it.date(), ""), article);
            });
    return found.entrySet().stream()
        .limit(limit)
        .map(it -> it.getKey().withTitle(GraphValues.label(dataset, it.getValue(), it.getValue())))
        .toList();
  }

  private MentioningArticle withTitle(String label) {
    return new MentioningArticle(id, date, label);
  }
}
