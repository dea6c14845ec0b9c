package org.newsgraph.link.online;

import java.time.Duration;

/**
 * How a service is asked.
 *
 * @param agent who asks, for the header {@code User-Agent}
 * @param apart how much time lies between the starts of two requests, at least
 * @param timeout how long one answer may take
 * @param patience how long to try again before giving up
 * @param largest how many bytes an answer may have, at most
 */
public record RequestPolicy(
    String agent, Duration apart, Duration timeout, Duration patience, int largest) {
  /** Five requests a second, one after the other. */
  public static RequestPolicy of(String agent) {
    return new RequestPolicy(
        agent, Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofMinutes(5), 64 << 20);
  }

  /**
   * The name that Wikimedia asks programs to give: which, and how to reach those behind it.
   *
   * @param version of Newsgraph
   * @param contact a mail or web address of whoever runs it; the project's own where blank
   */
  public static String agent(String version, String contact) {
    String reach = contact.isBlank() ? "https://w3id.org/newsgraph" : contact;
    // A header holds one line of plain characters.
    return ("Newsgraph/" + version + " (" + reach + ") Java/" + Runtime.version().feature())
        .replaceAll("[^ -~]", "?");
  }
}
