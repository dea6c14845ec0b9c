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

  static final Pattern COPYRIGHT =
      Pattern.compile("\\s*\\(?(?:Copyright|\\(c\\)|©).{0,300}", Pattern.CASE_INSENSITIVE);
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
      Optional<Field> field = fields.tail(lines.get(i));
      if (isFirst && isClosingCopyright(i)) {
        return i;
      }
      if (field.isPresent()
          && (field.get().isCertain()
              ? isFirst || !field.get().value().isEmpty()
              : isFirst && isFollowedByFields(i))) {
        return i;
      }
    }
    return lines.size();
  }

  private boolean isClosingCopyright(int at) {
    return isCopyright(lines.get(at))
        && filled(at + 1, lines.size()).stream().allMatch(LabelledLines::isReservation);
  }

  /**
   * Tests whether few paragraphs without a label lie between a line and the next certain field, or
   * the end.
   */
  private boolean isFollowedByFields(int from) {
    int unlabelled = 0;
    for (int i = from + 1; i < lines.size(); i++) {
      if (isBlank(i) || !isBlank(i - 1)) {
        continue;
      }
      Optional<Field> field = fields.tail(lines.get(i));
      if (isClosingCopyright(i) || field.filter(Field::isCertain).isPresent()) {
        return true;
      }
      unlabelled += field.isPresent() ? 0 : 1;
      if (unlabelled > MAX_VALUE_PARAGRAPHS) {
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
    for (String line : filled(from, lines.size())) {
      Optional<Field> field = fields.tail(line);
      if (field.isPresent() || isCopyright(line) || isReservation(line)) {
        reader.accept(name, value.toString());
        name = field.map(Field::field).orElse(isReservation(line) ? "-" : "rights");
        value.setLength(0);
        value.append(field.map(Field::value).orElse(line));
      } else {
        value.append(value.isEmpty() ? "" : " ").append(line);
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
