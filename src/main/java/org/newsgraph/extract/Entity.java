package org.newsgraph.extract;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone or something that an article names.
 *
 * @param name the fullest good name: "Bashar al-Assad", never "alAssad"
 * @param type what kind of thing it is
 * @param otherNames the other forms under which the article names it, sorted; without {@code name}
 * @param shared whether the name is enough to know it by in another article; a surname alone is not
 */
public record Entity(String name, EntityType type, Set<String> otherNames, boolean shared) {
  public Entity {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an entity needs a name");
    }
    otherNames = Collections.unmodifiableSortedSet(new TreeSet<>(otherNames));
  }
}
