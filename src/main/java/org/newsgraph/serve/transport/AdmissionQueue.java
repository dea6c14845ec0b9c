package org.newsgraph.serve.transport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grants a limited number of permits to requests. Requests without a permit wait. The next permit
 * goes to the client that holds the fewest, and of its requests to the one that has waited longest.
 * A quarter of the permits is out of reach for any single client, so that one client cannot keep
 * all others waiting.
 */
final class AdmissionQueue {
  /** Number of waiting requests beyond which requests are refused at once. */
  private static final int MAX_WAITING = 1024;

  private final int maxPerClient;
  private final Map<String, Integer> held = new HashMap<>();
  private final List<Ticket> waiting = new ArrayList<>();
  private int free;

  /** A request that waits or holds a permit. */
  record Ticket(String client, Runnable onAdmission) {
    // Tickets are distinguished by identity: two requests of a client are not the same.
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** The outcome of {@link #enter}. */
  enum Admission {
    ADMITTED,
    WAITING,
    FULL
  }

  AdmissionQueue(int permits) {
    this.free = permits;
    this.maxPerClient = Math.max(1, permits - permits / 4);
  }

  /**
   * Admits a request or lets it wait. A waiting request is admitted by a later call of {@link
   * #leave}, which returns its ticket.
   */
  synchronized Admission enter(Ticket ticket) {
    if (free > 0 && held(ticket.client()) < maxPerClient) {
      take(ticket);
      return Admission.ADMITTED;
    }
    // One client must not fill the queue either.
    long own = waiting.stream().filter(it -> it.client().equals(ticket.client())).count();
    if (waiting.size() >= MAX_WAITING || own >= MAX_WAITING - MAX_WAITING / 4) {
      return Admission.FULL;
    }
    waiting.add(ticket);
    return Admission.WAITING;
  }

  /**
   * Returns the permit of a request.
   *
   * @return the request that gets the permit; the caller must run its {@code onAdmission}
   */
  synchronized Optional<Ticket> leave(Ticket ticket) {
    free++;
    held.computeIfPresent(ticket.client(), (client, count) -> count > 1 ? count - 1 : null);
    Optional<Ticket> next =
        waiting.stream()
            .filter(it -> held(it.client()) < maxPerClient)
            .min(Comparator.comparingInt(it -> held(it.client())));
    next.ifPresent(
        it -> {
          waiting.remove(it);
          take(it);
        });
    return next;
  }

  /** Removes a request that no longer waits. Returns false if it has been admitted. */
  synchronized boolean cancel(Ticket ticket) {
    return waiting.remove(ticket);
  }

  private void take(Ticket ticket) {
    free--;
    held.merge(ticket.client(), 1, Integer::sum);
  }

  private int held(String client) {
    return held.getOrDefault(client, 0);
  }
}
