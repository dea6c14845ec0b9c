package org.newsgraph.link.wikidata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.EntityType;

/**
 * Kind of the items of a Wikidata class. At equal distance, the earlier constant takes precedence.
 */
public enum ItemKind {
  PERSON,
  ORGANISATION,
  PLACE,
  /** Items that no article refers to: Wikipedia pages, names as such. */
  NONE,
  OTHER;

  /** Kinds of the classes in the table, by their IDs: "Q5". */
  public static final Map<String, ItemKind> OF_CLASS = read();

  private static Map<String, ItemKind> read() {
    Map<String, ItemKind> kinds = new LinkedHashMap<>();
    for (List<String> row : WordLists.rows(ItemKind.class, "classes.tsv")) {
      kinds.put(row.get(1), valueOf(row.get(0)));
    }
    return Collections.unmodifiableMap(kinds);
  }

  /** Returns the entity type of items of this kind; empty for {@link #NONE}. */
  public Optional<EntityType> type() {
    return this == NONE ? Optional.empty() : Optional.of(EntityType.valueOf(name()));
  }
}
