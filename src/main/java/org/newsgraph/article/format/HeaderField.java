package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Urls;
import org.newsgraph.article.WordLists;

/**
 * A field in the header of a text: "Author: Jane Roe", or a list of several lines in YAML.
 *
 * @param key metadata that the field gives, as in {@code header-fields.txt}; empty if its name is
 *     unknown
 * @param values value, or the items of the list
 */
record HeaderField(String key, List<String> values) {
  /** A line with a field; group 1 is its name, group 2 its value. */
  static final Pattern PATTERN =
      Pattern.compile(
          "[#*\\s]{0,4}(\\p{L}[\\p{L} _-]{0,30}?(?:\\(s\\)|\\(S\\))?)\\s?\\**:\\**(?:\\s+(.*)|)");

  private static final Pattern LIST_ITEM = Pattern.compile("\\s*-\\s+(.*)");

  private static final Map<String, String> FIELDS = new HashMap<>();

  static {
    for (List<String> row : WordLists.rows(TextHeader.class, "header-fields.txt")) {
      for (String name : row.get(1).split(";", -1)) {
        FIELDS.put(name, row.get(0));
      }
    }
  }

  /** Returns the metadata that a field of this name gives. */
  static Optional<String> key(String name) {
    String key =
        name.strip().replaceAll("[_-]+", " ").replaceAll("[()]", "").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(FIELDS.get(key));
  }

  /** Returns the fields in lines of "Name: value", indented continuations and list items. */
  static List<HeaderField> parse(List<String> lines) {
    List<HeaderField> fields = new ArrayList<>();
    for (String line : lines) {
      Matcher field = PATTERN.matcher(line);
      Matcher item = LIST_ITEM.matcher(line);
      if (item.matches() && !fields.isEmpty()) {
        addValue(fields, item.group(1).replaceFirst("^name:\\s*", ""), true);
      } else if (TextHeader.isContinuation(line) && !fields.isEmpty()) {
        addValue(fields, line.strip().replaceFirst("^name:\\s*", ""), false);
      } else if (field.matches()) {
        fields.add(new HeaderField(key(field.group(1)).orElse(""), new ArrayList<>()));
        String value = field.group(2) == null ? "" : field.group(2).strip();
        if (value.matches("\\[.*]")) {
          for (String part : value.substring(1, value.length() - 1).split(",", -1)) {
            addValue(fields, part, true);
          }
        } else if (!value.matches("[>|][+-]?")) {
          addValue(fields, value, true);
        }
      }
    }
    return fields;
  }

  private static void addValue(List<HeaderField> fields, String value, boolean isNew) {
    List<String> values = fields.get(fields.size() - 1).values;
    String unquoted = value.strip().replaceFirst("^([\"'])(.*)\\1$", "$2").strip();
    if (unquoted.isEmpty()) {
      return;
    }
    if (isNew || values.isEmpty()) {
      values.add(unquoted);
    } else {
      values.set(values.size() - 1, values.get(values.size() - 1) + " " + unquoted);
    }
  }

  /**
   * Adds the value to the metadata. A field with an unknown name, such as "Words", adds nothing.
   */
  void addTo(MetadataBuilder metadata) {
    String value = values.isEmpty() ? "" : values.get(0);
    switch (key) {
      case "title" -> metadata.title(value);
      case "authors" -> metadata.authors(values);
      case "sender" ->
          MailSender.parse(value)
              .ifPresentOrElse(it -> it.addTo(metadata), () -> metadata.author(value));
      case "published" -> metadata.published(value);
      case "modified" -> metadata.modified(value);
      case "publisher" -> {
        if (Urls.absolute(value).isPresent()) {
          metadata.url(value);
        } else {
          metadata.publisher(value);
        }
      }
      case "url" -> metadata.url(value);
      case "language" -> metadata.language(value);
      case "section" -> metadata.section(value);
      case "rights" -> metadata.rights(value);
      default -> {
        // Fields such as "Words" and "tags" give no metadata.
      }
    }
  }
}
