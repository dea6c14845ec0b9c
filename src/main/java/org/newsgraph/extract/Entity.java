package org.newsgraph.extract;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person, organisation, place or other thing that an article names.
 *
 * @param name best full name: "Bashar al-Assad", never "alAssad"
 * @param type type of the entity
 * @param otherNames other forms of the name in the article, sorted, without {@code name}
 * @param shared whether the name identifies the entity in other articles as well; a surname alone
 *     does not
 * @param iri IRI, if a user has identified the entity; otherwise the IRI is derived from the name
 */
public record Entity(
    String name, EntityType type, Set<String> otherNames, boolean shared, Optional<String> iri) {
  public Entity {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an entity needs a name");
    }
    otherNames = Collections.unmodifiableSortedSet(new TreeSet<>(otherNames));
  }

  /** Creates an entity without an IRI. */
  public Entity(String name, EntityType type, Set<String> otherNames, boolean shared) {
    this(name, type, otherNames, shared, Optional.empty());
  }
}
