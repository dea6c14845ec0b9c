package org.newsgraph.export.table;

import java.io.IOException;
import java.nio.file.Path;

/** How tables are written. */
public interface TableFormat {
  /**
   * Begins a table.
   *
   * @param folder where it will lie
   * @param name of the table
   * @param type of its rows; their components are its columns
   */
  <R extends Record> RowWriter<R> table(Path folder, String name, Class<R> type) throws IOException;
}
