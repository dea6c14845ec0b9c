package org.newsgraph.extract;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone or something that an article names.
 *
 * @param name the fullest good name: "Bashar al-Assad", never "alAssad"
 * @param type what kind of thing it is
 * @param otherNames the other forms under which the article names it, sorted; without {@code name}
 * @param shared whether the name is enough to know it by in another article; a surname alone is not
 * @param iri its IRI, where a person has said who it is; else the IRI follows from the name
 */
public record Entity(
    String name, EntityType type, Set<String> otherNames, boolean shared, Optional<String> iri) {
  public Entity {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an entity needs a name");
    }
    otherNames = Collections.unmodifiableSortedSet(new TreeSet<>(otherNames));
  }

  /** An entity as an article names it. */
  public Entity(String name, EntityType type, Set<String> otherNames, boolean shared) {
    this(name, type, otherNames, shared, Optional.empty());
  }
}
