package org.newsgraph.article.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;

/** Properties that a rich text document states about itself. */
final class RtfProperties {
  private static final Set<String> NAMES = Set.of("title", "author", "creatim", "revtim");

  private final Map<String, StringBuilder> values = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  static boolean isProperty(String word) {
    return NAMES.contains(word);
  }

  void append(String property, String text) {
    values.computeIfAbsent(property, it -> new StringBuilder()).append(text);
  }

  /** Sets a part of a date: its year ("yr"), month ("mo"), day ("dy"), hour ("hr") or minute. */
  void setPart(String property, String part, int number) {
    numbers.put(property + "." + part, number);
  }

  Metadata metadata() {
    return new MetadataBuilder()
        .title(value("title"))
        .author(value("author"))
        .published(date("creatim"))
        .modified(date("revtim"))
        .build();
  }

  private String value(String property) {
    return values.getOrDefault(property, new StringBuilder()).toString();
  }

  private String date(String property) {
    String day =
        String.format(
            Locale.ROOT,
            "%04d-%02d-%02d",
            part(property, "yr"),
            part(property, "mo"),
            part(property, "dy"));
    return numbers.containsKey(property + ".hr")
        ? day
            + String.format(Locale.ROOT, "T%02d:%02d", part(property, "hr"), part(property, "min"))
        : day;
  }

  private int part(String property, String part) {
    return numbers.getOrDefault(property + "." + part, 0);
  }
}
