package org.newsgraph.extract.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.EntityType;

/**
 * Names with the same meaning in every article. They are listed in {@code well-known-names.tsv}.
 */
public final class Gazetteer {
  /**
   * A well-known entity.
   *
   * @param name its preferred name
   * @param type its type
   */
  public record WellKnown(String name, EntityType type) {}

  private static final Map<String, WellKnown> BY_NAME = read();

  private Gazetteer() {}

  private static Map<String, WellKnown> read() {
    Map<String, WellKnown> names = new HashMap<>();
    for (List<String> row : WordLists.rows(Gazetteer.class, "well-known-names.tsv")) {
      WellKnown known = new WellKnown(row.get(0), EntityType.valueOf(row.get(1)));
      names.put(known.name(), known);
      if (row.size() > 2) {
        for (String other : row.get(2).split("\\|", -1)) {
          names.put(other, known);
        }
      }
    }
    return names;
  }

  /** Returns the entity with this name, which may be any of its names in the exact spelling. */
  public static Optional<WellKnown> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
