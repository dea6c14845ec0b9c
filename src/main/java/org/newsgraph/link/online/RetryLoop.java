package org.newsgraph.link.online;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * Repeats an attempt with exponential backoff until it succeeds or its time is over. Waits as long
 * as {@code Retry-After} demands. Not thread-safe.
 */
public final class RetryLoop {
  /** Maximum time for attempts if the service has never been reached, as without a network. */
  private static final Duration UNREACHED_PATIENCE = Duration.ofSeconds(10);

  /**
   * An attempt at a request.
   *
   * @param <T> type of the result
   */
  public interface Attempt<T> {
    /**
     * Sends the request and reads the response.
     *
     * @throws IOException if a retry may succeed
     * @throws KnowledgeBaseException if a retry would not help
     */
    T run() throws IOException, InterruptedException;

    /**
     * Reduces the request, so that the next attempt demands less of the service.
     *
     * @param failure failure of the last attempt
     * @return true if the next attempt is a smaller one, whose time starts anew
     */
    default boolean reduce(IOException failure) {
      return false;
    }
  }

  private final HttpSender sender;
  private final RequestPolicy policy;
  private final WaitingClock time;
  private final RandomGenerator random;
  private boolean givenUp;

  /**
   * @param sender sender of all requests of the attempts
   * @param random source of the jitter
   */
  public RetryLoop(
      HttpSender sender, RequestPolicy policy, WaitingClock time, RandomGenerator random) {
    this.sender = sender;
    this.policy = policy;
    this.time = time;
    this.random = random;
  }

  /**
   * Repeats an attempt until it succeeds.
   *
   * @param address address of the service, for messages
   * @throws KnowledgeBaseException if no attempt succeeded in time, the service refused the
   *     request, or the thread was interrupted
   */
  public <T> T run(URI address, Attempt<T> attempt) {
    Instant start = time.now();
    int failures = 0;
    while (true) {
      try {
        T result = attempt.run();
        givenUp = false;
        return result;
      } catch (LimitedBody.ResponseTooLargeException e) {
        throw HttpSender.failure(address, e.getMessage() + ", and was not read", e);
      } catch (IOException e) {
        if (attempt.reduce(e)) {
          start = time.now();
          failures = 0;
        }
        failures++;
        pause(address, e, failures, start);
      } catch (InterruptedException e) {
        throw stopped(address, e);
      }
    }
  }

  /** Waits before the next attempt, or gives up. */
  private void pause(URI address, IOException e, int failures, Instant start) {
    Duration patience = patience(e);
    Duration wait = Backoff.delay(failures, random.nextDouble());
    if (e instanceof FailedAttemptException failed && failed.waitingTime().isPresent()) {
      Duration demanded = failed.waitingTime().get();
      wait = demanded.compareTo(wait) > 0 ? demanded : wait;
    }
    Duration passed = Duration.between(start, time.now());
    if (passed.plus(wait).compareTo(patience) > 0) {
      givenUp = true;
      throw HttpSender.failure(
          address,
          e.getMessage()
              + (failures > 1
                  ? " (" + failures + " attempts in " + HttpSender.seconds(passed) + ")"
                  : "")
              + (wait.compareTo(patience) > 0 ? "; try again in " + HttpSender.seconds(wait) : ""),
          e);
    }
    try {
      time.sleep(wait);
    } catch (InterruptedException stop) {
      throw stopped(address, stop);
    }
  }

  /** Returns the time limit for retries. After a failure, later requests get a single attempt. */
  private Duration patience(IOException e) {
    if (givenUp) {
      return Duration.ZERO;
    }
    boolean unreached = !sender.reached() && e.getCause() instanceof ConnectException;
    return unreached && UNREACHED_PATIENCE.compareTo(policy.retryTimeout()) < 0
        ? UNREACHED_PATIENCE
        : policy.retryTimeout();
  }

  private static KnowledgeBaseException stopped(URI address, InterruptedException e) {
    Thread.currentThread().interrupt();
    return HttpSender.failure(address, "the request was stopped", e);
  }
}
