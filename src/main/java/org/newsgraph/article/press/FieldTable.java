package org.newsgraph.article.press;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Labels of the fields before and after the text of an archive's documents. */
final class FieldTable {
  private static final Pattern LABELLED =
      Pattern.compile("\\s*(\\p{Lu}[\\p{L}() /-]{1,40}?)\\s*:(?!//)\\s*(.*)");

  /** A note after a label: "Source Citation (MLA 9th Edition)". */
  private static final Pattern NOTE = Pattern.compile("\\s+\\([^)]*\\)$");

  private static final int MAX_LABEL_LENGTH = 45;

  private final Map<String, Label> head = new HashMap<>();
  private final Map<String, Label> tail = new HashMap<>();

  private FieldTable() {}

  private record Label(String field, boolean isCertain, boolean isLong) {}

  /**
   * A field in a line.
   *
   * @param field name of the article's field, or "-" if the field is of no use
   * @param isCertain whether the label does not occur within texts
   * @param isLong whether the value may have several paragraphs
   * @param value value after the label on the same line, which may be empty
   */
  record Field(String field, boolean isCertain, boolean isLong, String value) {}

  static FieldTable of(String name) {
    FieldTable table = new FieldTable();
    for (List<String> row : WordLists.rows(FieldTable.class, name)) {
      String place = row.get(2);
      boolean isHead = place.equals("head");
      (isHead ? table.head : table.tail)
          .put(
              row.get(0),
              new Label(row.get(1), isHead || place.equals("end"), place.equals("long")));
    }
    return table;
  }

  /** Returns the field before the text that starts in a line. */
  Optional<Field> head(String line) {
    return find(line, head);
  }

  /** Returns the field after the text that starts in a line. */
  Optional<Field> tail(String line) {
    return find(line, tail);
  }

  /** Looks up the label of a line: the words before a colon, or the complete line. */
  private static Optional<Field> find(String line, Map<String, Label> labels) {
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.matches()) {
      return find(labelled.group(1), labelled.group(2).strip(), labels);
    }
    String heading = line.strip();
    return heading.length() > MAX_LABEL_LENGTH
            || heading.isEmpty()
            || !Character.isUpperCase(heading.charAt(0))
        ? Optional.empty()
        : find(heading, "", labels);
  }

  private static Optional<Field> find(String label, String value, Map<String, Label> labels) {
    String name = NOTE.matcher(label.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(labels.get(name))
        .map(it -> new Field(it.field, it.isCertain, it.isLong, value));
  }
}
