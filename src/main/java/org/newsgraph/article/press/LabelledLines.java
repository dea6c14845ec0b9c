package org.newsgraph.article.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.newsgraph.article.press.FieldTable.Field;

/**
 * The lines of a document with labelled fields before and after its text.
 *
 * @param lines lines without white space at their ends
 */
record LabelledLines(List<String> lines, FieldTable fields) {
  /** Number of paragraphs without a label that the values of fields may consist of. */
  private static final int MAX_VALUE_PARAGRAPHS = 3;

  /** A line with a year or sign, or without a sentence: "Copyright The Echo". */
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "\\s*\\(?(?:(?:Copyright\\b.{0,60}\\b(?:19|20)\\d\\d|\\(c\\)|©).{0,300}|Copyright\\b[^.:]{0,80})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RESERVED =
      Pattern.compile("\\s*All Rights Reserved\\.?\\s*", Pattern.CASE_INSENSITIVE);

  static boolean isCopyright(String line) {
    return COPYRIGHT.matcher(line).matches();
  }

  static boolean isReservation(String line) {
    return RESERVED.matcher(line).matches();
  }

  boolean isBlank(int at) {
    return lines.get(at).isBlank();
  }

  /** Returns the first line from an index on that is not blank, or the number of lines. */
  int skipBlank(int from) {
    int at = from;
    while (at < lines.size() && isBlank(at)) {
      at++;
    }
    return at;
  }

  /** Returns the lines in a range that are not blank, without white space around them. */
  List<String> filled(int from, int to) {
    return lines.subList(from, Math.max(from, to)).stream()
        .filter(it -> !it.isBlank())
        .map(String::strip)
        .toList();
  }

  /** Returns the blocks of consecutive lines in a range, each joined to one line. */
  List<String> blocks(int from, int to) {
    List<String> blocks = new ArrayList<>();
    boolean isOpen = false;
    for (int i = from; i < to; i++) {
      String line = lines.get(i).strip();
      if (isOpen && !line.isEmpty()) {
        blocks.set(blocks.size() - 1, blocks.get(blocks.size() - 1) + " " + line);
      } else if (!line.isEmpty()) {
        blocks.add(line);
      }
      isOpen = !line.isEmpty();
    }
    return blocks;
  }

  /** Returns the index of the first field after the text, or the number of lines. */
  int tailStart(int from) {
    for (int i = from; i < lines.size(); i++) {
      boolean isFirst = i == from || isBlank(i - 1);
      Optional<Field> field = tailField(i);
      if (field.isPresent()
          && (field.get().isCertain()
              ? isFirst || !field.get().value().isEmpty()
              : isFirst && isFollowedByFields(i))) {
        return i;
      }
    }
    return lines.size();
  }

  /** Returns the field after the text that starts in a line, which may be a copyright line. */
  private Optional<Field> tailField(int at) {
    String line = lines.get(at);
    return fields
        .tail(line)
        .or(() -> field("rights", line).filter(it -> isCopyright(line)))
        .or(() -> field("-", line).filter(it -> isReservation(line)));
  }

  private static Optional<Field> field(String name, String line) {
    return Optional.of(new Field(name, false, false, line.strip()));
  }

  /**
   * Tests whether only fields follow the field in a line, up to the next certain one or the end. In
   * the text of an article, other paragraphs follow a word that looks like a label.
   */
  private boolean isFollowedByFields(int from) {
    boolean isLong = tailField(from).filter(Field::isLong).isPresent();
    int unlabelled = 0;
    for (int i = from + 1; i < lines.size(); i++) {
      Optional<Field> field = tailField(i);
      if (field.filter(Field::isCertain).isPresent()) {
        return true;
      }
      boolean isParagraph = !isBlank(i) && isBlank(i - 1);
      if (field.isPresent()) {
        isLong = field.get().isLong();
        unlabelled = 0;
      } else if (isParagraph && (!isLong || ++unlabelled > MAX_VALUE_PARAGRAPHS)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Passes each field in the lines from an index on, with its value, to a reader. Lines without a
   * label continue the value before them. Copyright lines have the field "rights".
   */
  void readTail(int from, BiConsumer<String, String> reader) {
    String name = "";
    StringBuilder value = new StringBuilder();
    for (int i = from; i < lines.size(); i++) {
      Optional<Field> field = tailField(i);
      if (field.isPresent()) {
        reader.accept(name, value.toString());
        name = field.get().field();
        value.setLength(0);
        value.append(field.get().value());
      } else if (!isBlank(i)) {
        value.append(value.isEmpty() ? "" : " ").append(lines.get(i).strip());
      }
    }
    reader.accept(name, value.toString());
  }

  /** Returns the text in a range: without indentation, with one blank line between paragraphs. */
  String text(int from, int to) {
    return text(lines.subList(Math.min(from, to), to));
  }

  static String text(List<String> lines) {
    return String.join("\n", lines)
        .replaceAll("(?m)^[ \\t]+", "")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
