package org.newsgraph.export.table;

import java.io.IOException;
import java.nio.file.Path;

/** A file format for tables. */
public interface TableFormat {
  /**
   * Creates a table.
   *
   * @param folder folder of the file
   * @param name name of the table
   * @param type type of the rows, whose components are the columns
   */
  <R extends Record> RowWriter<R> table(Path folder, String name, Class<R> type) throws IOException;
}
