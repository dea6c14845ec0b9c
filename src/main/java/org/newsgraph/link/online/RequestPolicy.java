package org.newsgraph.link.online;

import java.time.Duration;

/**
 * Rate, time limits and size limits of requests to a service.
 *
 * @param userAgent value of the header {@code User-Agent}
 * @param minInterval minimum time between the starts of two requests
 * @param timeout maximum time for one response
 * @param retryTimeout maximum time for all attempts at one request
 * @param maxResponseBytes maximum size of a response, in bytes
 */
public record RequestPolicy(
    String userAgent,
    Duration minInterval,
    Duration timeout,
    Duration retryTimeout,
    int maxResponseBytes) {
  /** Returns the default policy: at most five requests per second. */
  public static RequestPolicy of(String agent) {
    return new RequestPolicy(
        agent, Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofMinutes(5), 64 << 20);
  }

  /** Returns the same policy with other time limits, for one response and for all attempts. */
  public RequestPolicy withTimeouts(Duration response, Duration retries) {
    return new RequestPolicy(userAgent, minInterval, response, retries, maxResponseBytes);
  }

  /**
   * Returns a user agent as Wikimedia requires it: the program and a contact.
   *
   * @param version version of Newsgraph
   * @param contact mail or web address of the operator; if blank, the project's own
   */
  public static String userAgent(String version, String contact) {
    String effectiveContact = contact.isBlank() ? "https://w3id.org/newsgraph" : contact;
    // A header value is one line of ASCII characters.
    return ("Newsgraph/"
            + version
            + " ("
            + effectiveContact
            + ") Java/"
            + Runtime.version().feature())
        .replaceAll("[^ -~]", "?");
  }
}
