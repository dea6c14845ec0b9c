package org.newsgraph.serve.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers so many, and of more than that forgets those that were not asked for for longest. */
final class LruCache<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  LruCache(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
