package org.newsgraph.article.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.press.FieldTable.Field;

/**
 * A document of Nexis. Older exports give newspaper and date above the headline, newer ones below
 * it, with a line "Body" before the text. The oldest ones label the headline ("HEADLINE:").
 */
final class NexisDocument {
  private static final FieldTable FIELDS = FieldTable.of("nexis-fields.tsv");

  /** Mark of an article that was corrected after publication. */
  private static final String CORRECTION_MARK = "Correction Appended";

  private static final Pattern WORD_COUNT =
      Pattern.compile("[\\d,.]{1,9} (?:words|Wörter|mots|palabras|parole|woorden)");
  private static final Pattern PAGE_NUMBER = Pattern.compile("Page \\d{1,4} of \\d{1,4}");
  private static final int MAX_VALUE_LENGTH = 150;
  private static final int MIN_WRAPPED_LENGTH = 55;

  private final LabelledLines document;
  private final List<String> lines;
  private final MetadataBuilder metadata = new MetadataBuilder();

  private NexisDocument(List<String> lines) {
    this.lines = lines;
    this.document = new LabelledLines(lines, FIELDS);
  }

  /** Returns the article in these lines, or empty if they contain no date or no text. */
  static Optional<PressArticle> parse(List<String> lines) {
    NexisDocument document = new NexisDocument(withoutPageHeads(lines));
    String text = document.read();
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PressArticle(Optional.empty(), text, document.metadata.build()));
  }

  /** Returns the lines without the heads of printed pages: page number and headline. */
  private static List<String> withoutPageHeads(List<String> lines) {
    if (lines.stream().noneMatch(it -> PAGE_NUMBER.matcher(it.strip()).matches())) {
      return lines;
    }
    List<String> kept = new ArrayList<>();
    String head = "";
    boolean isHead = false;
    for (String line : lines) {
      String content = line.strip();
      if (PAGE_NUMBER.matcher(content).matches()) {
        isHead = true;
      } else if (!isHead) {
        kept.add(line);
      } else if (!content.isEmpty()) {
        if (!content.equals(head)) {
          kept.add(line);
        }
        head = head.isEmpty() ? content : head;
        isHead = false;
      }
    }
    return kept;
  }

  private String read() {
    int date = firstDate();
    int body = bodyStart(Math.max(0, date));
    if (body < 0) {
      return "";
    }
    // A label before the headline is more reliable than its place.
    int start = readHead(body);
    if (date >= 0 && date < body) {
      readHeading(date, body);
    } else {
      List<String> above = document.blocks(0, body);
      metadata.title(above.isEmpty() ? null : above.get(0));
    }
    int tail = document.tailStart(start);
    document.readTail(tail, this::readField);
    if (lines.subList(0, body).stream().anyMatch(it -> it.strip().equals(CORRECTION_MARK))) {
      metadata.correction(CORRECTION_MARK);
    }
    return document.text(start, tail);
  }

  private int firstDate() {
    for (int i = 0; i < lines.size(); i++) {
      if (ArchiveDates.toIso(lines.get(i)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the index of the line in which the text or its first field starts: the first field, or
   * the line "Body". Returns -1 if there is none.
   */
  private int bodyStart(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (FIELDS.head(lines.get(i)).isPresent() && !LabelledLines.isCopyright(lines.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void readHeading(int date, int body) {
    metadata.published(ArchiveDates.toIso(lines.get(date)).orElse(null));
    List<String> above = document.filled(0, date);
    List<String> below = new ArrayList<>(document.blocks(headingStart(date + 1, body), body));
    below.removeIf(it -> LabelledLines.isCopyright(it) || LabelledLines.isReservation(it));
    boolean isNewer = lines.stream().anyMatch(it -> it.strip().equals("Body")) || below.isEmpty();
    if (above.size() >= 2 && isNewer) {
      metadata.publisher(above.get(above.size() - 1)).title(above.get(above.size() - 2));
    } else {
      metadata.publisher(above.isEmpty() ? null : above.get(above.size() - 1));
      metadata.title(below.isEmpty() ? null : headline(below));
    }
    for (int i = date; i < body; i++) {
      if (LabelledLines.isCopyright(lines.get(i))) {
        metadata.rights(lines.get(i));
      }
    }
  }

  /** Returns the first block, and the next one if the headline has two parts. */
  private static String headline(List<String> blocks) {
    String first = blocks.get(0);
    return first.endsWith(";") && blocks.size() > 1 ? first + " " + blocks.get(1) : first;
  }

  /** Skips the lines between the date and the headline: edition, section, mark of a correction. */
  private int headingStart(int from, int body) {
    int at = document.skipBlank(from);
    int start = from;
    while (at < body && ArchiveDates.EDITION.matcher(lines.get(at)).matches()) {
      // The last line before the fields is the headline, even if it looks like an edition.
      int next = document.skipBlank(endOfEdition(at));
      if (next >= body) {
        return start;
      }
      start = next;
      at = next;
    }
    return start;
  }

  /** Returns the end of an edition, whose name may continue on the next line ("Edition 1;"). */
  private int endOfEdition(int at) {
    return lines.get(at).strip().endsWith(";") ? document.skipBlank(at + 1) + 1 : at + 1;
  }

  /** Reads the fields before the text. Returns the index of the line in which the text starts. */
  private int readHead(int first) {
    int at = first;
    while (at < lines.size()) {
      Optional<Field> field = FIELDS.head(lines.get(at));
      if (field.isPresent() && field.get().field().equals("body")) {
        return at + 1;
      }
      if (field.isPresent()) {
        at = readHeadField(at, field.get());
      } else if (document.isBlank(at)) {
        at++;
      } else if (LabelledLines.isCopyright(lines.get(at))) {
        metadata.rights(lines.get(at++));
      } else {
        return at;
      }
    }
    return at;
  }

  /** Reads a field before the text. Returns the index of the line after it. */
  private int readHeadField(int at, Field field) {
    StringBuilder value = new StringBuilder(field.value());
    int next = at + 1;
    int below = document.skipBlank(next);
    if (value.isEmpty() && below < lines.size() && isValueBelow(field, below)) {
      value.append(lines.get(below).strip());
      next = below + 1;
    }
    while (next < lines.size()
        && (field.field().equals("title") || lines.get(next - 1).length() > MIN_WRAPPED_LENGTH)
        && !document.isBlank(next)
        && FIELDS.head(lines.get(next)).isEmpty()) {
      value.append(' ').append(lines.get(next++).strip());
    }
    readField(field.field(), value.toString());
    return next;
  }

  /**
   * Tests whether a line below a label without a value is its value. The value of a length is a
   * number of words; other values are short, and a field follows them.
   */
  private boolean isValueBelow(Field field, int at) {
    String line = lines.get(at).strip();
    if (field.field().equals("length")) {
      return WORD_COUNT.matcher(line).matches();
    }
    int next = document.skipBlank(at + 1);
    return line.length() <= MAX_VALUE_LENGTH
        && FIELDS.head(line).isEmpty()
        && next < lines.size()
        && FIELDS.head(lines.get(next)).isPresent();
  }

  private void readField(String name, String value) {
    switch (name) {
      case "title" -> metadata.title(value);
      case "author" -> metadata.author(value);
      case "section" -> metadata.section(value);
      case "url" -> metadata.url(ArchiveLinks.ofArticle(value));
      case "rights" -> metadata.rights(value);
      case "language" -> metadata.language(value.split("[;,]", -1)[0]);
      case "correction" -> metadata.correction(value);
      case "corrected" -> metadata.modified(ArchiveDates.toIso(value).orElse(null));
      default -> {}
    }
  }
}
