package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.newsgraph.extract.EntityType;

/** What the items of Wikidata's classes are: people, organisations, places or other things. */
final class WikidataClasses {
  /** What a class says of its items. */
  enum Meaning {
    PERSON(EntityType.PERSON),
    ORGANISATION(EntityType.ORGANISATION),
    PLACE(EntityType.PLACE),
    OTHER(EntityType.OTHER),
    /** Nothing that a text means: a page about a name, a list, a template. */
    NONE(EntityType.OTHER);

    private final EntityType type;

    Meaning(EntityType type) {
      this.type = type;
    }

    EntityType type() {
      return type;
    }
  }

  /** Above this, the classes are so general that they tell nothing. */
  private static final int LEVELS = 8;

  private static final Map<String, Meaning> KNOWN = read();

  private WikidataClasses() {}

  /** What a class means, by the table alone. */
  static Optional<Meaning> known(String id) {
    return Optional.ofNullable(KNOWN.get(id));
  }

  /**
   * What classes mean: what the table says, else what it says of the nearest superclass, else
   * other.
   *
   * @param superclasses tells the direct superclasses of several classes at once
   */
  static Map<String, Meaning> meanings(
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
  static Optional<Meaning> of(List<String> classes, Map<String, Meaning> meanings) {
    List<Meaning> all = classes.stream().map(meanings::get).filter(Objects::nonNull).toList();
    if (all.contains(Meaning.PERSON)) {
      return Optional.of(Meaning.PERSON);
    }
    Optional<Meaning> telling = all.stream().filter(it -> it != Meaning.OTHER).findFirst();
    return telling.isPresent() ? telling : all.stream().findFirst();
  }

  private static Meaning nearest(String id, Map<String, List<String>> above) {
    Set<String> seen = new HashSet<>();
    Set<String> level = Set.of(id);
    while (!level.isEmpty()) {
      Optional<Meaning> known = level.stream().flatMap(it -> known(it).stream()).findFirst();
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
    return Meaning.OTHER;
  }

  private static Set<String> unknown(Collection<String> classes) {
    return classes.stream()
        .filter(it -> !KNOWN.containsKey(it))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<String, Meaning> read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                WikidataClasses.class.getResourceAsStream("wikidata-classes.tsv"), UTF_8))) {
      return in.lines()
          .filter(it -> !it.startsWith("#"))
          .map(it -> it.split("\t", -1))
          .collect(
              Collectors.toMap(it -> it[0], it -> Meaning.valueOf(it[1].toUpperCase(Locale.ROOT))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
