package org.newsgraph.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.decode.LanguageNames;
import org.newsgraph.article.layout.Byline;

/**
 * Collects the metadata that a source gives for an article. The first value of each field is kept,
 * so callers set the most reliable one first; only the zone of a time may come from a later value.
 * Values that are null, blank, too long (1000 characters, for corrections 10,000) or invalid for
 * their field are ignored.
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
  private final Map<Field, String> ignoredDates = new EnumMap<>(Field.class);
  private final List<String> authors = new ArrayList<>();

  public MetadataBuilder title(String value) {
    return set(Field.TITLE, value);
  }

  public MetadataBuilder publisher(String value) {
    return set(Field.PUBLISHER, value);
  }

  /** Sets the publication date, in any format that {@link Dates} can parse. */
  public MetadataBuilder published(String value) {
    return setDate(Field.PUBLISHED, value);
  }

  public MetadataBuilder modified(String value) {
    return setDate(Field.MODIFIED, value);
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

  /**
   * Returns the metadata. Reports each date of the source that cannot be used, if no other date
   * takes its place.
   */
  public Metadata build(SourceLocation place, Problems problems) {
    ignoredDates.entrySet().stream()
        .filter(it -> !values.containsKey(it.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .map(
            it ->
                "the date \""
                    + it
                    + "\" is ignored: "
                    + Dates.explainProblem(it).orElse("it is not a date"))
        .forEach(it -> problems.warning(place, it));
    return build();
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

  private MetadataBuilder setDate(Field field, String value) {
    Optional<String> iso = Dates.toIso(value);
    if (iso.isEmpty() && value != null && !oneLine(value).isEmpty()) {
      ignoredDates.putIfAbsent(field, abbreviate(oneLine(value)));
    }
    iso.filter(it -> isSameTimeWithZone(values.get(field), it))
        .ifPresent(it -> values.put(field, it));
    return set(field, iso.orElse(null));
  }

  /** Tests whether a date adds the zone to a time that a less exact field of the source gave. */
  private static boolean isSameTimeWithZone(String known, String date) {
    return known != null
        && known.contains("T")
        && date.startsWith(known)
        && date.substring(known.length()).matches("Z|[+-]\\d{2}:\\d{2}");
  }

  private static String abbreviate(String date) {
    return date.length() <= Dates.MAX_LENGTH
        ? date
        : date.substring(0, date.offsetByCodePoints(0, Dates.MAX_LENGTH / 2)) + "…";
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
