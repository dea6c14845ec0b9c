package org.newsgraph.link.wikidata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.EntityType;

/** What the items of a class of Wikidata are to us; of two that are equally near, the earlier. */
public enum ItemKind {
  PERSON,
  ORGANISATION,
  PLACE,
  /** Nothing that an article names: pages of Wikipedia, names as such. */
  NONE,
  OTHER;

  /** Of the classes that are known by themselves, by their numbers with the Q before them. */
  public static final Map<String, ItemKind> OF_CLASS = read();

  private static Map<String, ItemKind> read() {
    Map<String, ItemKind> kinds = new LinkedHashMap<>();
    for (List<String> row : WordLists.rows(ItemKind.class, "classes.tsv")) {
      kinds.put(row.get(1), valueOf(row.get(0)));
    }
    return Collections.unmodifiableMap(kinds);
  }

  /** The type of an item of this kind; none for what is no entity. */
  public Optional<EntityType> type() {
    return this == NONE ? Optional.empty() : Optional.of(EntityType.valueOf(name()));
  }
}
