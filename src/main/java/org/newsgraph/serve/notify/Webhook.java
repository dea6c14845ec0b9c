package org.newsgraph.serve.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementView;

/**
 * A subscription to new statements, which are posted to a URL.
 *
 * <p>Statements do not become visible in the order of their extraction: an article that takes long
 * to store appears after others that were extracted later. Therefore {@code since} stays {@link
 * #MAX_DELAY} behind the latest delivered statement, and {@code delivered} lists the statements
 * that must not be sent again.
 *
 * @param url the address that messages are posted to
 * @param secret the key that messages are signed with
 * @param filter the statements to deliver
 * @param since time of extraction from which statements are delivered, in ISO 8601
 * @param delivered the statements that were extracted at that time or later and have been
 *     delivered, in the order of their extraction
 */
record Webhook(
    String id,
    String url,
    String secret,
    StatementFilter filter,
    String since,
    List<Delivered> delivered) {

  /** Longest time from a statement's extraction until it is visible to searches. */
  static final Duration MAX_DELAY = Duration.ofMinutes(10);

  /** Number of delivered statements beyond which the time {@code since} stays less far behind. */
  private static final int MAX_DELIVERED = 2000;

  /**
   * A statement that has been delivered.
   *
   * @param extractedAt time of its extraction, in ISO 8601
   * @param statement IRI of the statement
   */
  record Delivered(String extractedAt, String statement) {
    static Delivered of(StatementView statement) {
      return new Delivered(statement.extractedAt(), statement.iri().getURI());
    }
  }

  Webhook {
    delivered = List.copyOf(delivered);
  }

  /** Returns those of the statements that have not been delivered. */
  List<StatementView> undelivered(Collection<StatementView> found) {
    Set<Delivered> known = new HashSet<>(delivered);
    return found.stream().filter(it -> !known.contains(Delivered.of(it))).toList();
  }

  /** Returns a copy after a delivery of statements. */
  Webhook afterDeliveryOf(Collection<StatementView> statements) {
    List<Delivered> all =
        Stream.concat(delivered.stream(), statements.stream().map(Delivered::of))
            .distinct()
            .sorted(Comparator.comparing(Delivered::extractedAt))
            .toList();
    String latest = all.isEmpty() ? since : all.get(all.size() - 1).extractedAt();
    String oldestKept =
        all.size() > MAX_DELIVERED ? all.get(all.size() - MAX_DELIVERED).extractedAt() : since;
    String next =
        Stream.of(since, oldestKept, before(latest).orElse(since))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new Webhook(
        id,
        url,
        secret,
        filter,
        next,
        all.stream().filter(it -> it.extractedAt().compareTo(next) >= 0).toList());
  }

  /** Returns the time at which the oldest statement that may still appear was extracted. */
  private static Optional<String> before(String time) {
    try {
      return Optional.of(Instant.parse(time).minus(MAX_DELAY).toString());
    } catch (DateTimeParseException e) {
      // Editors can write any time to the graph.
      return Optional.empty();
    }
  }
}
