package org.newsgraph.serve.security;

import java.util.Map;

/** Limits the request rate per client address with a token bucket. */
final class RateLimiter {
  /** Maximum number of buckets; the least recently used one is dropped. */
  private static final int MAX_ADDRESSES = 20_000;

  private static final int BURST_SECONDS = 3;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final Map<String, Bucket> buckets = new LruCache<>(MAX_ADDRESSES);

  /**
   * The token bucket of an address.
   *
   * @param left number of tokens left
   * @param at time at which they were counted, in nanoseconds
   */
  private record Bucket(double left, long at) {}

  /**
   * Creates a limiter with the same rate for every address.
   *
   * @param perSecond average number of requests per second; 0 for no limit
   */
  RateLimiter(int perSecond) {
    this.perSecond = perSecond;
  }

  synchronized boolean allow(String address, long now) {
    if (perSecond == 0) {
      return true;
    }
    double full = (double) perSecond * BURST_SECONDS;
    Bucket bucket = buckets.getOrDefault(address, new Bucket(full, now));
    double left = Math.min(full, bucket.left() + (now - bucket.at()) / NANOS * perSecond);
    boolean allowed = left >= 1;
    buckets.put(address, new Bucket(allowed ? left - 1 : left, now));
    return allowed;
  }
}
