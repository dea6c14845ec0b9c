package org.newsgraph.export;

/** Writes an excerpt of the graph for another tool. */
@FunctionalInterface
public interface Exporter {
  /**
   * Inside a transaction.
   *
   * @throws ExportException where the destination cannot be written
   */
  void write(DatasetSubset excerpt, Destination to);
}
