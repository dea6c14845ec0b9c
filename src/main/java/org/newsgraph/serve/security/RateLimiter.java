package org.newsgraph.serve.security;

import java.util.Map;

/**
 * How fast each address sends: it has a store of requests that fills up at a steady rate and that a
 * burst may empty.
 */
final class RateLimiter {
  /** Of who has not asked for longest, nothing is remembered. */
  private static final int MOST_ADDRESSES = 20_000;

  private static final int BURST_SECONDS = 3;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final Map<String, Store> stores = new LruCache<>(MOST_ADDRESSES);

  /** What is left of an address's store, and when that was so, in nanoseconds. */
  private record Store(double left, long at) {}

  /**
   * The same rate for every address.
   *
   * @param perSecond 0 for no limit
   */
  RateLimiter(int perSecond) {
    this.perSecond = perSecond;
  }

  synchronized boolean allow(String address, long now) {
    if (perSecond == 0) {
      return true;
    }
    double full = (double) perSecond * BURST_SECONDS;
    Store store = stores.getOrDefault(address, new Store(full, now));
    double left = Math.min(full, store.left() + (now - store.at()) / NANOS * perSecond);
    boolean allowed = left >= 1;
    stores.put(address, new Store(allowed ? left - 1 : left, now));
    return allowed;
  }
}
