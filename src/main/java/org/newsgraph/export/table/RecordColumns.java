package org.newsgraph.export.table;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Maps the components of a record to the columns of a table. */
public final class RecordColumns {
  private RecordColumns() {}

  /** Returns the column names in snake case: {@code speaker_text}. */
  public static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(it -> it.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Returns the value of a component; null if unknown. */
  public static Object value(Record row, RecordComponent column) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a row: " + row, e);
    }
  }
}
