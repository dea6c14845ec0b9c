package org.newsgraph.serve.explorer;

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
import org.newsgraph.serve.sparql.BackgroundCache;
import org.newsgraph.store.NewsStore;

/**
 * All articles by their dates, at hand: who wants the latest of something takes them in this order,
 * instead of sorting all that there is. About 200 bytes an article.
 */
public final class ArticlesByDate {
  /**
   * Where an article stands.
   *
   * @param rank 0 for the latest
   * @param issued ISO 8601; empty where it is not known
   * @param publisher empty where it is not known
   */
  public record ArticleEntry(Node article, int rank, String issued, String publisher) {}

  /**
   * The articles.
   *
   * @param latest first, and those without a date at the end
   * @param publishers how many articles each has, by name
   */
  public record Snapshot(
      List<ArticleEntry> latest, Map<Node, ArticleEntry> places, Map<String, Integer> publishers) {
    /** Of an article; one that has only just come stands before all others. */
    public ArticleEntry place(DatasetGraph dataset, Node article) {
      ArticleEntry known = places.get(article);
      return known == null ? ArticlesByDate.place(dataset, article, -1, new HashMap<>()) : known;
    }
  }

  private final BackgroundCache<Snapshot> kept;

  public ArticlesByDate(NewsStore store, Executor background) {
    this.kept = new BackgroundCache<>(store, ArticlesByDate::order, background);
  }

  /** Looks through the database, so that who asks later need not wait. */
  void begin() {
    kept.warmUp();
  }

  /** As it is; waits where a large database is looked through for the first time. */
  public Snapshot now() {
    return kept.get();
  }

  private static Snapshot order(DatasetGraph dataset) {
    Map<String, String> same = new HashMap<>();
    List<ArticleEntry> found = new ArrayList<>();
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article)
        .forEachRemaining(
            quad -> {
              if (quad.getSubject().equals(quad.getGraph())) {
                found.add(place(dataset, quad.getGraph(), -1, same));
              }
            });
    found.sort(
        Comparator.comparing(ArticleEntry::issued, Comparator.reverseOrder())
            .thenComparing(it -> it.article().getURI()));
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
      DatasetGraph dataset, Node article, int rank, Map<String, String> same) {
    String issued = GraphValues.text(dataset, article, article, DCTerms.issued.asNode()).orElse("");
    String publisher =
        GraphValues.text(dataset, article, article, DCTerms.publisher.asNode())
            .map(it -> same.computeIfAbsent(it, key -> key))
            .orElse("");
    return new ArticleEntry(article, rank, issued, publisher);
  }
}
