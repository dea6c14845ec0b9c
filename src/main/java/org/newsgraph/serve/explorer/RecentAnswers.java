package org.newsgraph.serve.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.newsgraph.store.NewsStore;

/**
 * Answers that take long to find, kept: for as long as the database stays as it is, and where it is
 * changed all the time for ten times as long as finding took.
 *
 * @param <K> what is asked
 * @param <V> what is answered
 */
final class RecentAnswers<K, V> {
  private static final int MAX_ANSWERS = 200;
  private static final int REST = 10;

  private final NewsStore store;
  private final Function<K, V> find;
  private final Cache<K, Answer<V>> answers =
      Caffeine.newBuilder().maximumSize(MAX_ANSWERS).build();

  /**
   * An answer.
   *
   * @param changes how often the database had been changed before it was found
   * @param until when it is good enough, whatever has changed; as System.nanoTime() counts
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
    answers.put(asked, new Answer<>(found, changes, end + REST * (end - now)));
    return found;
  }
}
