package org.newsgraph.export.table;

import java.io.Closeable;
import java.io.IOException;

/** Writes the rows of one table. */
public interface RowWriter<R extends Record> extends Closeable {
  void write(R row) throws IOException;
}
