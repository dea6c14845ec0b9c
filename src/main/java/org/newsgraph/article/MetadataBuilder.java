package org.newsgraph.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers what a source says of an article, the best place first: what is set once stays, and what
 * is null, blank or not what it should be is passed over.
 */
final class MetadataBuilder {
  private static final int LONGEST = 1000;

  private enum Field {
    TITLE,
    PUBLISHER,
    PUBLISHED,
    URL,
    LANGUAGE,
    SECTION,
    RIGHTS,
    MODIFIED
  }

  private final Map<Field, String> values = new LinkedHashMap<>();
  private final List<String> authors = new ArrayList<>();

  MetadataBuilder title(String value) {
    return set(Field.TITLE, value);
  }

  MetadataBuilder publisher(String value) {
    return set(Field.PUBLISHER, value);
  }

  /** When it appeared, in any of the ways that {@link Dates} knows. */
  MetadataBuilder published(String value) {
    return set(Field.PUBLISHED, Dates.iso(value).orElse(null));
  }

  MetadataBuilder modified(String value) {
    return set(Field.MODIFIED, Dates.iso(value).orElse(null));
  }

  MetadataBuilder url(String value) {
    return set(Field.URL, Urls.absolute(value).orElse(null));
  }

  /** A tag ("en-GB"), or the language's English name. */
  MetadataBuilder language(String value) {
    return set(Field.LANGUAGE, LanguageNames.tag(value).orElse(null));
  }

  MetadataBuilder section(String value) {
    return set(Field.SECTION, value);
  }

  MetadataBuilder rights(String value) {
    return set(Field.RIGHTS, value);
  }

  /** The names in a byline, or in a field for authors; later ones only where there are none yet. */
  MetadataBuilder authors(List<String> bylines) {
    if (authors.isEmpty()) {
      for (String byline : bylines) {
        for (String name : Byline.names(oneLine(byline))) {
          if (!authors.contains(name)) {
            authors.add(name);
          }
        }
      }
    }
    return this;
  }

  MetadataBuilder author(String byline) {
    return byline == null ? this : authors(List.of(byline));
  }

  Metadata build() {
    return new Metadata(
        get(Field.TITLE),
        authors,
        get(Field.PUBLISHER),
        get(Field.PUBLISHED),
        get(Field.URL),
        get(Field.LANGUAGE),
        get(Field.SECTION),
        get(Field.RIGHTS),
        get(Field.MODIFIED));
  }

  private Optional<String> get(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  private MetadataBuilder set(Field field, String value) {
    if (value != null) {
      String line = oneLine(value);
      if (!line.isEmpty() && line.length() <= LONGEST) {
        values.putIfAbsent(field, line);
      }
    }
    return this;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}
