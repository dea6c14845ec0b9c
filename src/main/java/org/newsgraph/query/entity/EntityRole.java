package org.newsgraph.query.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A role or relation of an entity as articles give it: "Labour MP", "husband" of Jo Cox.
 *
 * @param text the text of the role or relation
 * @param other the organisation, relative or place, if there is one
 * @param occurrences the articles' statements of it; not empty
 */
public record EntityRole(String text, Optional<EntityRef> other, List<Occurrence> occurrences) {
  /** The most frequent roles first. */
  public static final Comparator<EntityRole> BY_FREQUENCY =
      Comparator.comparingInt((EntityRole it) -> -it.count()).thenComparing(EntityRole::text);

  /**
   * A role or relation at one place in an article.
   *
   * @param iri the role or relation
   * @param date the article's date of publication in ISO 8601; empty if unknown
   */
  public record Occurrence(Node iri, Node article, String date) {}

  public EntityRole {
    occurrences = List.copyOf(occurrences);
    if (occurrences.isEmpty()) {
      throw new IllegalArgumentException("no article gives the role " + text);
    }
  }

  /** Returns the number of occurrences. */
  public int count() {
    return occurrences.size();
  }

  /** Returns the IRI of one occurrence. */
  public Node first() {
    return occurrences.get(0).iri();
  }

  /** Returns the date of the earliest article with it; empty if no article has a date. */
  public String from() {
    return dates().min(Comparator.naturalOrder()).orElse("");
  }

  /** Returns the date of the latest article with it; empty if no article has a date. */
  public String to() {
    return dates().max(Comparator.naturalOrder()).orElse("");
  }

  private Stream<String> dates() {
    return occurrences.stream().map(Occurrence::date).filter(it -> !it.isEmpty());
  }

  /** Returns this role with the occurrences of an equal one. */
  EntityRole with(EntityRole equal) {
    return new EntityRole(
        text, other, Stream.concat(occurrences.stream(), equal.occurrences.stream()).toList());
  }
}
