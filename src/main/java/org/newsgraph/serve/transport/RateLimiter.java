package org.newsgraph.serve.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Limits the request rate per client address with a token bucket: tokens accrue at a steady rate, a
 * burst may use up the bucket.
 */
final class RateLimiter {
  /** Number of addresses with a bucket; the least used ones are evicted and start full again. */
  private static final int MAX_ADDRESSES = 20_000;

  private static final int BURST_SECONDS = 3;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).build();

  /**
   * The bucket of one address.
   *
   * @param tokens number of requests that it allows
   * @param at time of the last request, in nanoseconds
   * @param allowed whether the last request got a token
   */
  private record Bucket(double tokens, long at, boolean allowed) {
    Bucket take(long now, int perSecond) {
      double full = (double) perSecond * BURST_SECONDS;
      double left = Math.min(full, tokens + (now - at) / NANOS * perSecond);
      return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
    }
  }

  /**
   * Creates a limiter with one rate for all addresses.
   *
   * @param perSecond requests per second, or 0 for no limit
   */
  RateLimiter(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Tests whether a request is within the limit, and counts it.
   *
   * @param now as {@link System#nanoTime()} counts
   */
  boolean allow(String address, long now) {
    if (perSecond == 0) {
      return true;
    }
    Bucket full = new Bucket((double) perSecond * BURST_SECONDS, now, true);
    return buckets
        .asMap()
        .compute(address, (key, bucket) -> (bucket == null ? full : bucket).take(now, perSecond))
        .allowed();
  }
}
