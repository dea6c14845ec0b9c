package org.newsgraph.query.statistics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.store.NewsStore;

/**
 * Statistics of a database, cached in a file in its folder.
 *
 * @param statistics the statistics
 * @param seconds time that counting took, in seconds
 * @param at start of the count, in ISO 8601
 * @param state version stamp of the database's files before the count; the statistics are valid
 *     while it stays the same
 */
public record StatisticsFile(
    DatasetStatistics statistics, double seconds, String at, String state) {
  private static final String NAME = "statistics.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  public StatisticsFile {
    Objects.requireNonNull(statistics, "statistics");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(state, "state");
  }

  /** Counts, and writes the file unless the database is read-only. */
  public static StatisticsFile count(NewsStore store) {
    Instant at = Instant.now();
    String state = store.versionStamp();
    DatasetStatistics statistics = DatasetStatistics.of(store);
    double seconds = Duration.between(at, Instant.now()).toMillis() / 1e3;
    StatisticsFile file = new StatisticsFile(statistics, seconds, at.toString(), state);
    if (!store.isReadOnly()) {
      file.write(store.folder());
    }
    return file;
  }

  /** Reads the file, which may be out of date; empty if it is missing or cannot be read. */
  public static Optional<StatisticsFile> read(NewsStore store) {
    Path file = store.folder().resolve(NAME);
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), StatisticsFile.class));
    } catch (IOException e) {
      // Missing, damaged, or written by another version of this program; the caller counts again.
      return Optional.empty();
    }
  }

  /** Tests whether the database has not changed since the count. */
  public boolean isCurrent(NewsStore store) {
    return state.equals(store.versionStamp());
  }

  private void write(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      AtomicFiles.write(file, JSON.writeValueAsBytes(this));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      // The disk is full or the folder is read-only: the next program has to count again.
    }
  }
}
