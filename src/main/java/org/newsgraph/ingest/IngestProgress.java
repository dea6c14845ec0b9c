package org.newsgraph.ingest;

import java.util.OptionalLong;

/** Receives the progress of an ingestion, for display. Called by one thread at a time. */
public interface IngestProgress {
  /** Ignores the progress. */
  IngestProgress NONE = new IngestProgress() {};

  /**
   * Starts counting from zero.
   *
   * @param total number of articles, if known
   */
  default void start(OptionalLong total) {}

  /** Reports the source that is being read. */
  default void source(String name) {}

  /** Reports one more article. */
  default void step() {}

  /** Reports that the write-ahead log is being moved into the database, which takes a while. */
  default void checkpoint() {}

  /** Removes the display, so that another message can be shown. */
  default void clear() {}
}
