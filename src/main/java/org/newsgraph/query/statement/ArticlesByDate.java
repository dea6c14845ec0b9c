package org.newsgraph.query.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.News;
import org.newsgraph.query.BackgroundCache;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NewsStore;

/**
 * An in-memory list of all articles, newest first, so that queries for the latest statements need
 * not sort the whole database. Uses about 200 bytes per article.
 */
public final class ArticlesByDate {
  /**
   * An article and its position in the list.
   *
   * @param rank position, 0 for the latest article; -1 for an article that is not in the list yet
   * @param issued date of publication in ISO 8601; empty if unknown
   * @param publisher name of the publisher; empty if unknown
   */
  public record ArticleEntry(Node article, int rank, String issued, String publisher) {
    private static final Comparator<ArticleEntry> BY_DATE =
        Comparator.comparing(ArticleEntry::issued, Comparator.reverseOrder())
            .thenComparing(it -> it.article().getURI());

    /** The latest first, and those without a date last; the order of the list. */
    static final Comparator<ArticleEntry> LATEST_FIRST =
        (left, right) ->
            left.rank() >= 0 && right.rank() >= 0
                ? Integer.compare(left.rank(), right.rank())
                : BY_DATE.compare(left, right);
  }

  /**
   * The state of the list at one moment.
   *
   * @param latest the articles, the latest first and those without a date last
   * @param byArticle the articles by IRI
   * @param publishers number of articles by publisher name
   */
  public record Snapshot(
      List<ArticleEntry> latest,
      Map<Node, ArticleEntry> byArticle,
      Map<String, Integer> publishers) {
    /** Returns the entry of an article. An article that is not in the list yet gets rank -1. */
    public ArticleEntry entry(DatasetGraph dataset, Node article) {
      ArticleEntry known = byArticle.get(article);
      return known == null ? ArticlesByDate.place(dataset, article, -1, new HashMap<>()) : known;
    }
  }

  private final BackgroundCache<Snapshot> cache;

  public ArticlesByDate(NewsStore store, Executor background) {
    this.cache = new BackgroundCache<>(store, ArticlesByDate::order, background);
  }

  /** Starts to read the list in the background. */
  void warmUp() {
    cache.warmUp();
  }

  /** Returns the list. Waits while a large database is read for the first time. */
  public Snapshot snapshot() {
    return cache.get();
  }

  private static Snapshot order(DatasetGraph dataset) {
    Map<String, String> interned = new HashMap<>();
    List<ArticleEntry> found = new ArrayList<>();
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article)
        .forEachRemaining(
            quad -> {
              if (quad.getSubject().equals(quad.getGraph())) {
                found.add(place(dataset, quad.getGraph(), -1, interned));
              }
            });
    found.sort(ArticleEntry.BY_DATE);
    List<ArticleEntry> latest = new ArrayList<>(found.size());
    Map<Node, ArticleEntry> places = new HashMap<>();
    Map<String, Integer> publishers = new TreeMap<>();
    for (ArticleEntry each : found) {
      ArticleEntry place =
          new ArticleEntry(each.article(), latest.size(), each.issued(), each.publisher());
      latest.add(place);
      places.put(place.article(), place);
      if (!place.publisher().isEmpty()) {
        publishers.merge(place.publisher(), 1, Integer::sum);
      }
    }
    return new Snapshot(latest, places, publishers);
  }

  private static ArticleEntry place(
      DatasetGraph dataset, Node article, int rank, Map<String, String> interned) {
    String issued = GraphValues.text(dataset, article, article, DCTerms.issued.asNode()).orElse("");
    String publisher =
        GraphValues.text(dataset, article, article, DCTerms.publisher.asNode())
            .map(it -> interned.computeIfAbsent(it, key -> key))
            .orElse("");
    return new ArticleEntry(article, rank, issued, publisher);
  }
}
