package org.newsgraph.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.decode.LanguageNames;
import org.newsgraph.article.layout.Byline;

/**
 * Collects the metadata that a source gives for an article. The first value of each field is kept,
 * so callers set the most reliable one first. Values that are null, blank, too long (1000
 * characters, for corrections 10,000) or invalid for their field are ignored.
 */
public final class MetadataBuilder {
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_CORRECTION_LENGTH = 10_000;

  private enum Field {
    TITLE,
    PUBLISHER,
    PUBLISHED,
    URL,
    LANGUAGE,
    SECTION,
    RIGHTS,
    MODIFIED,
    CORRECTION
  }

  private final Map<Field, String> values = new LinkedHashMap<>();
  private final List<String> authors = new ArrayList<>();

  public MetadataBuilder title(String value) {
    return set(Field.TITLE, value);
  }

  public MetadataBuilder publisher(String value) {
    return set(Field.PUBLISHER, value);
  }

  /** Sets the publication date, in any format that {@link Dates} can parse. */
  public MetadataBuilder published(String value) {
    return set(Field.PUBLISHED, Dates.toIso(value).orElse(null));
  }

  public MetadataBuilder modified(String value) {
    return set(Field.MODIFIED, Dates.toIso(value).orElse(null));
  }

  public MetadataBuilder url(String value) {
    return set(Field.URL, Urls.absolute(value).orElse(null));
  }

  /** Sets the language, from a tag ("en-GB") or its English name. */
  public MetadataBuilder language(String value) {
    return set(Field.LANGUAGE, LanguageNames.tag(value).orElse(null));
  }

  public MetadataBuilder section(String value) {
    return set(Field.SECTION, value);
  }

  public MetadataBuilder rights(String value) {
    return set(Field.RIGHTS, value);
  }

  /** Sets the correction that the publisher appended to the article. */
  public MetadataBuilder correction(String value) {
    return set(Field.CORRECTION, value);
  }

  /**
   * Sets the authors from the names in bylines or author fields, unless the authors are already
   * set.
   */
  public MetadataBuilder authors(List<String> bylines) {
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

  public MetadataBuilder author(String byline) {
    return byline == null ? this : authors(List.of(byline));
  }

  public Metadata build() {
    return new Metadata(
        get(Field.TITLE),
        authors,
        get(Field.PUBLISHER),
        get(Field.PUBLISHED),
        get(Field.URL),
        get(Field.LANGUAGE),
        get(Field.SECTION),
        get(Field.RIGHTS),
        get(Field.MODIFIED),
        get(Field.CORRECTION));
  }

  private Optional<String> get(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  private MetadataBuilder set(Field field, String value) {
    if (value != null) {
      String line = oneLine(value);
      int limit = field == Field.CORRECTION ? MAX_CORRECTION_LENGTH : MAX_LENGTH;
      if (!line.isEmpty() && line.length() <= limit) {
        values.putIfAbsent(field, line);
      }
    }
    return this;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}
