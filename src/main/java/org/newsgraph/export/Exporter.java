package org.newsgraph.export;

/** Writes a subset of the graph for another tool. */
@FunctionalInterface
public interface Exporter {
  /**
   * Writes the subset. To be called inside a transaction.
   *
   * @throws ExportException if the destination cannot be written
   */
  void write(DatasetSubset subset, Destination to);
}
