package org.newsgraph.serve.transport;

import java.time.Duration;

/**
 * The minimum rate at which a client must send a request body and take a response. The rate is
 * averaged over windows, so a client may pause for almost as long as a window lasts.
 *
 * @param minBytesPerSecond the minimum average rate
 * @param window the duration over which the rate is averaged; slow clients are disconnected when it
 *     has passed
 */
public record TransferLimits(long minBytesPerSecond, Duration window) {
  /** Limits that a slow mobile connection (8 KiB per second) keeps easily. */
  public static final TransferLimits DEFAULT = new TransferLimits(1 << 10, Duration.ofSeconds(30));

  /** Factor by which the minimum rate is higher for responses that cannot be stored. */
  private static final int UNSTORED_RATE = 32;

  /** Factor by which the window is shorter for responses that cannot be stored. */
  private static final int UNSTORED_WINDOW = 3;

  /** Returns the limits for responses that cannot be stored and therefore occupy a permit. */
  TransferLimits whileUnstored() {
    return new TransferLimits(minBytesPerSecond * UNSTORED_RATE, window.dividedBy(UNSTORED_WINDOW));
  }
}
