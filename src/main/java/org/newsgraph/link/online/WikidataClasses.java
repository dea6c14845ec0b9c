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

/** What the items of Wikidata's classes are: people, organisations, places or other things. */
final class WikidataClasses {
  /** Above this, the classes are so general that they tell nothing. */
  private static final int LEVELS = 8;

  private static final Map<String, ItemKind> KNOWN = ItemKind.OF_CLASS;

  private WikidataClasses() {}

  /** What a class means, by the table alone. */
  static Optional<ItemKind> known(String id) {
    return Optional.ofNullable(KNOWN.get(id));
  }

  /**
   * What classes mean: what the table says, else what it says of the nearest superclass, else
   * other.
   *
   * @param superclasses tells the direct superclasses of several classes at once
   */
  static Map<String, ItemKind> kinds(
      Collection<String> classes,
      Function<Collection<String>, Map<String, List<String>>> superclasses) {
    Map<String, List<String>> above = new HashMap<>();
    Set<String> level = unknown(classes);
    for (int i = 0; i < LEVELS && !level.isEmpty(); i++) {
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

  /** What an item is by its classes; a person above all, else what the first of them says. */
  static Optional<ItemKind> of(List<String> classes, Map<String, ItemKind> kinds) {
    List<ItemKind> all = classes.stream().map(kinds::get).filter(Objects::nonNull).toList();
    if (all.contains(ItemKind.PERSON)) {
      return Optional.of(ItemKind.PERSON);
    }
    Optional<ItemKind> telling = all.stream().filter(it -> it != ItemKind.OTHER).findFirst();
    return telling.isPresent() ? telling : all.stream().findFirst();
  }

  private static ItemKind nearest(String id, Map<String, List<String>> above) {
    Set<String> seen = new HashSet<>();
    Set<String> level = Set.of(id);
    while (!level.isEmpty()) {
      Optional<ItemKind> known = level.stream().flatMap(it -> known(it).stream()).findFirst();
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
