package org.newsgraph.article.format;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Dates;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Urls;

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

  private static final Pattern URL = Pattern.compile("<?(https?://[^\\s<>]+)>?");

  /** Six words or more that end like a sentence. */
  private static final Pattern SPEECH = Pattern.compile("(?:\\S+\\s+){5,}\\S*[.!?…][\"”’']?");

  /** Separates the header from the text. Without a header, the metadata are empty. */
  static TextHeader of(String text) {
    TextHeader header = new TextHeader(new MetadataBuilder(), text);
    TextHeader below =
        header
            .withoutFrontMatter()
            .withoutUrl()
            .withoutFields()
            .withoutUrl()
            .withoutUrlBelowTitle();
    // A text of such lines alone is not a header.
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
    HeaderField.parse(yaml).forEach(it -> it.addTo(metadata));
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
            && !HeaderField.PATTERN.matcher(lines.get(title)).matches();
    if (isTitle) {
      metadata.title(lines.get(title).replaceFirst("^#+\\s+", ""));
    }
    return below(at + 1);
  }

  /** Removes a second line that is a web address. */
  private TextHeader withoutUrlBelowTitle() {
    List<String> lines = lines();
    Matcher url = URL.matcher(lines.size() > 2 ? lines.get(1).strip() : "");
    if (!url.matches() || lines.get(0).isBlank() || lines.get(0).length() > MAX_TITLE_LENGTH) {
      return this;
    }
    metadata.url(url.group(1));
    return new TextHeader(metadata, lines.get(0) + "\n" + below(2).text);
  }

  private TextHeader withoutFields() {
    List<String> lines = lines();
    int begin = firstLine(lines, 0);
    int end = begin;
    while (end < lines.size()
        && !isLabelOfText(lines.get(end))
        && (isField(lines.get(end))
            || (end > begin && isContinuation(lines.get(end)))
            || (end > begin && isBlankBetweenFields(lines, end)))) {
      end++;
    }
    List<String> block = lines.subList(begin, end);
    boolean isHeader =
        block.stream().noneMatch(TextHeader::isSpeech)
            && (block.stream().filter(TextHeader::isKnown).count() >= 2
                || (block.size() == 1 && isCertain(block.get(0))));
    boolean isClosed = end == lines.size() || lines.get(end).isBlank() || allKnown(block);
    int label = firstLine(lines, end);
    boolean isLabelled = label < lines.size() && isLabelOfText(lines.get(label));
    if (!isHeader || !(isClosed || isLabelled)) {
      return this;
    }
    HeaderField.parse(block).forEach(it -> it.addTo(metadata));
    return isLabelled ? below(label).withoutLabel() : below(end);
  }

  private static boolean isBlankBetweenFields(List<String> lines, int at) {
    return lines.get(at).isBlank() && at + 1 < lines.size() && isKnown(lines.get(at + 1));
  }

  /** Tests whether a line starts with a label of the text: "Full text:". */
  private static boolean isLabelOfText(String line) {
    Matcher field = HeaderField.PATTERN.matcher(line);
    return field.matches() && HeaderField.key(field.group(1)).filter("text"::equals).isPresent();
  }

  /** Removes the label at the start of the text. */
  private TextHeader withoutLabel() {
    return new TextHeader(metadata, text.replaceFirst("^[^:]*:\\**\\s*", ""));
  }

  private static boolean allKnown(List<String> block) {
    return block.stream().allMatch(it -> it.isBlank() || isKnown(it));
  }

  /** Tests whether a line alone is a header: its value is a date or web address. */
  private static boolean isCertain(String line) {
    Matcher field = HeaderField.PATTERN.matcher(line);
    if (!field.matches() || field.group(2) == null) {
      return false;
    }
    String value = field.group(2).strip();
    return switch (HeaderField.key(field.group(1)).orElse("")) {
      case "published", "modified" -> Dates.toIso(value).isPresent();
      case "url" -> Urls.absolute(value).isPresent();
      case "title" -> value.length() <= MAX_TITLE_LENGTH && !value.matches(".*[.!?] .*|.*\\.");
      default -> false;
    };
  }

  /** Tests whether a line is a turn of an interview: "Author: I did not know that then." */
  private static boolean isSpeech(String line) {
    Matcher field = HeaderField.PATTERN.matcher(line);
    return field.matches()
        && field.group(2) != null
        && !Set.of("title", "rights").contains(HeaderField.key(field.group(1)).orElse(""))
        && (field.group(2).length() > MAX_TITLE_LENGTH
            || SPEECH.matcher(field.group(2).strip()).matches());
  }

  private static boolean isField(String line) {
    Matcher field = HeaderField.PATTERN.matcher(line);
    return field.matches() && (isKnown(line) || line.length() <= 80);
  }

  private static boolean isKnown(String line) {
    Matcher field = HeaderField.PATTERN.matcher(line);
    return field.matches() && HeaderField.key(field.group(1)).isPresent();
  }

  /** Tests whether a line continues the field above it, by its indentation. */
  static boolean isContinuation(String line) {
    return !line.isBlank() && (line.startsWith("  ") || line.startsWith("\t"));
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
