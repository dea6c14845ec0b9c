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

  private final Map<String, String> head = new HashMap<>();
  private final Map<String, String> tail = new HashMap<>();

  /** Labels after the text that do not occur within it. */
  private final Map<String, String> end = new HashMap<>();

  private FieldTable() {}

  /**
   * A field in a line.
   *
   * @param field name of the article's field, or "-" if the field is of no use
   * @param isCertain whether the label does not occur within texts
   * @param value value after the label on the same line, which may be empty
   */
  record Field(String field, boolean isCertain, String value) {}

  static FieldTable of(String name) {
    FieldTable table = new FieldTable();
    for (List<String> row : WordLists.rows(FieldTable.class, name)) {
      Map<String, String> labels =
          switch (row.get(2)) {
            case "head" -> table.head;
            case "tail" -> table.tail;
            default -> table.end;
          };
      labels.put(row.get(0), row.get(1));
    }
    return table;
  }

  /** Returns the field before the text that starts in a line. */
  Optional<Field> head(String line) {
    return find(line, label -> Optional.ofNullable(head.get(label)).map(it -> new Named(it, true)));
  }

  /** Returns the field after the text that starts in a line. */
  Optional<Field> tail(String line) {
    return find(
        line,
        label ->
            Optional.ofNullable(end.get(label))
                .map(it -> new Named(it, true))
                .or(() -> Optional.ofNullable(tail.get(label)).map(it -> new Named(it, false))));
  }

  private record Named(String field, boolean isCertain) {}

  /** Looks up the label of a line: the words before a colon, or the complete line. */
  private static Optional<Field> find(
      String line, java.util.function.Function<String, Optional<Named>> table) {
    Matcher labelled = LABELLED.matcher(line);
    if (labelled.matches()) {
      return table
          .apply(labelled.group(1).toLowerCase(Locale.ROOT))
          .map(it -> new Field(it.field, it.isCertain, labelled.group(2).strip()));
    }
    String heading = line.strip();
    return heading.length() > 40 || heading.isEmpty() || !Character.isUpperCase(heading.charAt(0))
        ? Optional.empty()
        : table
            .apply(heading.toLowerCase(Locale.ROOT))
            .map(it -> new Field(it.field, it.isCertain, ""));
  }
}
