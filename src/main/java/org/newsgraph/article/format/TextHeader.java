package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Dates;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Urls;
import org.newsgraph.article.WordLists;

/**
 * Lines with metadata above a text, which are not part of it: its web address, fields such as
 * "Author: Jane Roe", or the front matter of Markdown (a subset of YAML between lines of hyphens).
 *
 * <p>A block of fields is recognised by the names of its fields only, so that "LONDON: …" and the
 * first turn of an interview remain text.
 *
 * @param metadata metadata of the header
 * @param text text below the header
 */
record TextHeader(MetadataBuilder metadata, String text) {
  /** Maximum number of lines of a header. */
  private static final int MAX_LINES = 100;

  private static final int MAX_TITLE_LENGTH = 250;

  private static final Map<String, String> FIELDS = new HashMap<>();

  private static final Pattern URL = Pattern.compile("<?(https?://[^\\s<>]+)>?");
  private static final Pattern FIELD =
      Pattern.compile("[#*\\s]{0,4}(\\p{L}[\\p{L} _-]{0,30}?)\\s?\\**:\\**(?:\\s+(.*)|)");

  /** Six words or more that end like a sentence. */
  private static final Pattern SPEECH = Pattern.compile("(?:\\S+\\s+){5,}\\S*[.!?…][\"”’']?");

  private static final Pattern LIST_ITEM = Pattern.compile("\\s*-\\s+(.*)");

  static {
    for (List<String> row : WordLists.rows(TextHeader.class, "header-fields.txt")) {
      for (String name : row.get(1).split(";", -1)) {
        FIELDS.put(name, row.get(0));
      }
    }
  }

  /** Separates the header from the text. Without a header, the metadata are empty. */
  static TextHeader of(String text) {
    TextHeader header = new TextHeader(new MetadataBuilder(), text);
    TextHeader below = header.withoutFrontMatter().withoutUrl().withoutFields().withoutUrl();
    return below.text.isBlank() ? new TextHeader(new MetadataBuilder(), text) : below;
  }

  private TextHeader withoutFrontMatter() {
    List<String> lines = lines();
    int end = 1;
    while (end < lines.size() && !lines.get(end).matches("(?:---+|\\.\\.\\.)\\s*")) {
      end++;
    }
    List<String> yaml = end < lines.size() ? lines.subList(1, end) : List.of();
    if (!text.matches("(?s)---+[ \\t]*\\n.*") || yaml.stream().noneMatch(TextHeader::isKnown)) {
      return this;
    }
    read(fields(yaml));
    return below(end + 1);
  }

  /** Removes a first line that is a web address. The line below it is the title. */
  private TextHeader withoutUrl() {
    List<String> lines = lines();
    int at = firstLine(lines, 0);
    Matcher url = URL.matcher(at < lines.size() ? lines.get(at).strip() : "");
    if (!url.matches() || Urls.absolute(url.group(1)).isEmpty()) {
      return this;
    }
    metadata.url(url.group(1));
    int title = firstLine(lines, at + 1);
    int body = firstLine(lines, title + 1);
    boolean isTitle =
        body < lines.size()
            && lines.get(title).length() <= MAX_TITLE_LENGTH
            && !FIELD.matcher(lines.get(title)).matches();
    if (isTitle) {
      metadata.title(lines.get(title).replaceFirst("^#+\\s+", ""));
    }
    return below(at + 1);
  }

  private TextHeader withoutFields() {
    List<String> lines = lines();
    int begin = firstLine(lines, 0);
    int end = begin;
    while (end < lines.size()
        && (isField(lines.get(end)) || (end > begin && isContinuation(lines.get(end))))) {
      end++;
    }
    List<String> block = lines.subList(begin, end);
    boolean isHeader =
        block.stream().noneMatch(TextHeader::isSpeech)
            && (block.stream().filter(TextHeader::isKnown).count() >= 2
                || (block.size() == 1 && isCertain(block.get(0))));
    boolean isClosed = end == lines.size() || lines.get(end).isBlank() || allKnown(block);
    if (!isHeader || !isClosed) {
      return this;
    }
    read(fields(block));
    return below(end);
  }

  private static boolean allKnown(List<String> block) {
    return block.stream().allMatch(TextHeader::isKnown);
  }

  /** Tests whether a line alone is a header: its value is a date or web address. */
  private static boolean isCertain(String line) {
    Matcher field = FIELD.matcher(line);
    if (!field.matches() || field.group(2) == null) {
      return false;
    }
    String value = field.group(2).strip();
    return switch (key(field.group(1)).orElse("")) {
      case "published", "modified" -> Dates.toIso(value).isPresent();
      case "url" -> Urls.absolute(value).isPresent();
      case "title" -> value.length() <= MAX_TITLE_LENGTH && !value.matches(".*[.!?] .*|.*\\.");
      default -> false;
    };
  }

  /** Tests whether a line is a turn of an interview: "Author: I did not know that then." */
  private static boolean isSpeech(String line) {
    Matcher field = FIELD.matcher(line);
    return field.matches()
        && field.group(2) != null
        && !Set.of("title", "rights").contains(key(field.group(1)).orElse(""))
        && SPEECH.matcher(field.group(2).strip()).matches();
  }

  private static boolean isField(String line) {
    Matcher field = FIELD.matcher(line);
    return field.matches() && (isKnown(line) || line.length() <= 80);
  }

  private static boolean isKnown(String line) {
    Matcher field = FIELD.matcher(line);
    return field.matches() && key(field.group(1)).isPresent();
  }

  private static boolean isContinuation(String line) {
    return !line.isBlank() && (line.startsWith("  ") || line.startsWith("\t"));
  }

  private static Optional<String> key(String name) {
    String key = name.strip().replaceAll("[_-]+", " ").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(FIELDS.get(key));
  }

  /** A field with its values: one, or the items of a list. */
  private record Field(String key, List<String> values) {}

  private static List<Field> fields(List<String> lines) {
    List<Field> fields = new ArrayList<>();
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      Matcher item = LIST_ITEM.matcher(line);
      if (item.matches() && !fields.isEmpty()) {
        addValue(fields, item.group(1).replaceFirst("^name:\\s*", ""), true);
      } else if (isContinuation(line) && !fields.isEmpty()) {
        addValue(fields, line.strip().replaceFirst("^name:\\s*", ""), false);
      } else if (field.matches()) {
        fields.add(new Field(key(field.group(1)).orElse(""), new ArrayList<>()));
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

  private static void addValue(List<Field> fields, String value, boolean isNew) {
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

  private void read(List<Field> fields) {
    for (Field field : fields) {
      String value = field.values.isEmpty() ? "" : field.values.get(0);
      switch (field.key) {
        case "title" -> metadata.title(value);
        case "authors" -> metadata.authors(field.values);
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

  private List<String> lines() {
    return text.lines().limit(MAX_LINES).toList();
  }

  private static int firstLine(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** Returns the header with the text below a number of lines. */
  private TextHeader below(int count) {
    int at = 0;
    for (int i = 0; i < count && at >= 0; i++) {
      at = text.indexOf('\n', at) + 1;
      if (at == 0) {
        return new TextHeader(metadata, "");
      }
    }
    return new TextHeader(metadata, text.substring(at).replaceFirst("^(?:[ \\t]*\\n)+", ""));
  }
}
