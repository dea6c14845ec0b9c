package org.newsgraph.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.newsgraph.store.NewsStore;

/**
 * Caches the latest results of a slow search, up to 200. A result is valid until the database
 * changes, and at least for ten times as long as it took to compute. Callers compute missing
 * results themselves, so that the limits of their requests apply.
 *
 * @param <K> type of the requests
 * @param <V> type of the results
 */
public final class ResultCache<K, V> {
  private static final int MAX_ENTRIES = 200;
  private static final int LIFETIME_FACTOR = 10;

  private final NewsStore store;
  private final Function<K, V> search;
  private final Cache<K, Result<V>> results =
      Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

  /**
   * A cached result.
   *
   * @param revision revision of the database before the result was computed
   * @param until time up to which it is valid regardless of changes, as of System.nanoTime()
   */
  private record Result<V>(V value, long revision, long until) {}

  /**
   * Creates an empty cache.
   *
   * @param search computes the result of a request
   */
  public ResultCache(NewsStore store, Function<K, V> search) {
    this.store = store;
    this.search = search;
  }

  /** Returns the result of a request, from the cache if it is valid there. */
  public V get(K request) {
    Result<V> known = results.getIfPresent(request);
    long start = System.nanoTime();
    long revision = store.revision();
    if (known != null && (known.revision() == revision || start - known.until() < 0)) {
      return known.value();
    }
    V found = search.apply(request);
    long end = System.nanoTime();
    results.put(request, new Result<>(found, revision, end + LIFETIME_FACTOR * (end - start)));
    return found;
  }
}
