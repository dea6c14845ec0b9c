package org.newsgraph.serve.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Statistics;

/**
 * How much the database holds, kept ready: counting a large one takes seconds, and nobody should
 * wait for that. What takes long is counted in the background, again after each change; what is
 * quick, when somebody asks.
 */
public final class Counts implements AutoCloseable {
  private static final Duration QUICK = Duration.ofMillis(200);

  private static final String CLASSES =
      "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) { ?s a ?x } GROUP BY ?x ORDER BY ?x";

  private static final String PROPERTIES =
      "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x ORDER BY ?x";

  private final NewsStore store;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "counts");
            thread.setDaemon(true);
            return thread;
          });

  private CompletableFuture<Figures> last;
  private boolean counting;

  /**
   * What was counted.
   *
   * @param classes how many things are of each
   * @param properties how many triples have each
   * @param at when
   * @param changes how often the database had been changed then
   * @param took how long counting lasted
   */
  public record Figures(
      Statistics statistics,
      Map<Node, Long> classes,
      Map<Node, Long> properties,
      Instant at,
      long changes,
      Duration took) {

    /** Different triples, whatever the number of articles that say the same. */
    public long triples() {
      return properties.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public Counts(NewsStore store) {
    this.store = store;
    this.last = CompletableFuture.supplyAsync(this::count, background);
  }

  /** What is there: now, or where counting takes long, a moment ago. */
  public synchronized Figures now() {
    Figures figures = last.join();
    if (figures.changes() == store.changes() || counting) {
      return figures;
    }
    if (figures.took().compareTo(QUICK) < 0) {
      Figures fresh = count();
      last = CompletableFuture.completedFuture(fresh);
      return fresh;
    }
    counting = true;
    background.execute(
        () -> {
          try {
            Figures fresh = count();
            synchronized (this) {
              last = CompletableFuture.completedFuture(fresh);
            }
          } finally {
            synchronized (this) {
              counting = false;
            }
          }
        });
    return figures;
  }

  private Figures count() {
    Instant begin = Instant.now();
    long changes = store.changes();
    return store.read(
        dataset ->
            new Figures(
                Statistics.of(store),
                groups(dataset, CLASSES),
                groups(dataset, PROPERTIES),
                begin,
                changes,
                Duration.between(begin, Instant.now())));
  }

  private static Map<Node, Long> groups(DatasetGraph dataset, String query) {
    Map<Node, Long> counts = new LinkedHashMap<>();
    try (QueryExec run = QueryExec.dataset(dataset).query(QueryFactory.create(query)).build()) {
      run.select()
          .forEachRemaining(
              row -> {
                if (row.get("x") != null) {
                  counts.put(row.get("x"), ((Number) row.get("n").getLiteralValue()).longValue());
                }
              });
    }
    return counts;
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
