package org.newsgraph.link.online;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.newsgraph.link.wikidata.ItemKind;

/** Mapping of Wikidata classes to people, organisations, places and other things. */
final class WikidataClasses {
  /** Maximum number of superclass levels; classes above them are too general. */
  private static final int MAX_LEVELS = 8;

  private static final Map<String, ItemKind> KNOWN = ItemKind.OF_CLASS;

  private WikidataClasses() {}

  /** Returns the kind of a class that is in the table. */
  static Optional<ItemKind> kindInTable(String id) {
    return Optional.ofNullable(KNOWN.get(id));
  }

  /**
   * Returns the kinds of classes: the kind in the table, otherwise that of the nearest superclass
   * in the table, otherwise {@link ItemKind#OTHER}.
   *
   * @param superclasses lookup of the direct superclasses of several classes at once
   */
  static Map<String, ItemKind> kinds(
      Collection<String> classes,
      Function<Collection<String>, Map<String, List<String>>> superclasses) {
    Map<String, List<String>> above = new HashMap<>();
    Set<String> level = unknown(classes);
    for (int i = 0; i < MAX_LEVELS && !level.isEmpty(); i++) {
      Map<String, List<String>> found = superclasses.apply(level);
      above.putAll(found);
      level =
          unknown(
              found.values().stream()
                  // One known superclass is enough.
                  .filter(it -> it.stream().noneMatch(KNOWN::containsKey))
                  .flatMap(List::stream)
                  .filter(it -> !above.containsKey(it))
                  .toList());
    }
    return classes.stream()
        .distinct()
        .collect(Collectors.toMap(it -> it, it -> nearest(it, above)));
  }

  /**
   * Returns the kind of an item with several classes: a person if one of them says so, otherwise
   * the first kind that is not {@link ItemKind#OTHER}.
   */
  static Optional<ItemKind> of(List<String> classes, Map<String, ItemKind> kinds) {
    List<ItemKind> all = classes.stream().map(kinds::get).filter(Objects::nonNull).toList();
    if (all.contains(ItemKind.PERSON)) {
      return Optional.of(ItemKind.PERSON);
    }
    Optional<ItemKind> specific = all.stream().filter(it -> it != ItemKind.OTHER).findFirst();
    return specific.isPresent() ? specific : all.stream().findFirst();
  }

  private static ItemKind nearest(String id, Map<String, List<String>> above) {
    Set<String> seen = new HashSet<>();
    Set<String> level = Set.of(id);
    while (!level.isEmpty()) {
      Optional<ItemKind> known = level.stream().flatMap(it -> kindInTable(it).stream()).findFirst();
      if (known.isPresent()) {
        return known.get();
      }
      seen.addAll(level);
      level =
          level.stream()
              .flatMap(it -> above.getOrDefault(it, List.of()).stream())
              .filter(it -> !seen.contains(it))
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return ItemKind.OTHER;
  }

  private static Set<String> unknown(Collection<String> classes) {
    return classes.stream()
        .filter(it -> !KNOWN.containsKey(it))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
