package org.newsgraph.export.table;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A record's components as columns. */
public final class RecordColumns {
  private RecordColumns() {}

  /** Their names: {@code speaker_text}. */
  public static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(it -> it.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
        .toList();
  }

  /** A row's value; null where it is not known. */
  public static Object value(Record row, RecordComponent column) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a row: " + row, e);
    }
  }
}
