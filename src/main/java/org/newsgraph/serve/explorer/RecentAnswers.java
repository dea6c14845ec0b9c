package org.newsgraph.serve.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.newsgraph.store.NewsStore;

/**
 * A cache of results that are slow to compute. A result is valid until the database changes, and at
 * least for ten times as long as it took to compute.
 *
 * @param <K> type of the requests
 * @param <V> type of the results
 */
final class RecentAnswers<K, V> {
  private static final int MAX_ENTRIES = 200;
  private static final int LIFETIME_FACTOR = 10;

  private final NewsStore store;
  private final Function<K, V> find;
  private final Cache<K, Answer<V>> answers =
      Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

  /**
   * A cached result.
   *
   * @param changes revision of the database before the result was computed
   * @param until time up to which it is valid regardless of changes, as of System.nanoTime()
   */
  private record Answer<V>(V value, long changes, long until) {}

  RecentAnswers(NewsStore store, Function<K, V> find) {
    this.store = store;
    this.find = find;
  }

  V get(K asked) {
    Answer<V> known = answers.getIfPresent(asked);
    long now = System.nanoTime();
    long changes = store.revision();
    if (known != null && (known.changes() == changes || now - known.until() < 0)) {
      return known.value();
    }
    V found = find.apply(asked);
    long end = System.nanoTime();
    answers.put(asked, new Answer<>(found, changes, end + LIFETIME_FACTOR * (end - now)));
    return found;
  }
}
