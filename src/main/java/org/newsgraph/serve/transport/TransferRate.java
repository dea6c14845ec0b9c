package org.newsgraph.serve.transport;

/** Measures whether a transfer keeps a minimum average rate in each window. Not thread-safe. */
final class TransferRate {
  private static final double NANOS = 1e9;

  private long start;
  private long bytes;

  /**
   * Starts the first window.
   *
   * @param now as {@link System#nanoTime()} counts, like all times of this class
   */
  TransferRate(long now) {
    restart(now);
  }

  /** Starts a new window, for a transfer that continues after a pause of the other side. */
  void restart(long now) {
    start = now;
    bytes = 0;
  }

  void add(long transferred) {
    bytes += transferred;
  }

  /** Tests whether the window has passed below the minimum rate. Starts a new one if it passed. */
  boolean isBelow(TransferLimits limits, long now) {
    long elapsed = now - start;
    if (elapsed < limits.window().toNanos()) {
      return false;
    }
    boolean below = bytes < limits.minBytesPerSecond() * (elapsed / NANOS);
    restart(now);
    return below;
  }
}
