package org.newsgraph.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.newsgraph.io.AtomicFiles;

/**
 * A census, kept in a file of the database's folder so that the next program need not count again.
 *
 * @param seconds how long counting lasted
 * @param at when it began, as ISO 8601 has it
 * @param state what the database's files were like before: the census holds for as long as they are
 */
public record StatisticsFile(DatasetStatistics census, double seconds, String at, String state) {
  private static final String NAME = "census.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Counts now, and keeps what comes out where the database may be written to. */
  public static StatisticsFile count(NewsStore store) {
    Instant at = Instant.now();
    String state = store.state();
    DatasetStatistics census = DatasetStatistics.of(store);
    double seconds = Duration.between(at, Instant.now()).toMillis() / 1e3;
    StatisticsFile kept = new StatisticsFile(census, seconds, at.toString(), state);
    if (!store.isReadOnly()) {
      kept.write(store.folder());
    }
    return kept;
  }

  /** What was kept, of the database as it is or as it was; empty where there is nothing to read. */
  public static Optional<StatisticsFile> read(NewsStore store) {
    Path file = store.folder().resolve(NAME);
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), StatisticsFile.class));
    } catch (IOException e) {
      // Not there, or of another version of this program: it is counted again.
      return Optional.empty();
    }
  }

  /** Whether nothing was changed since. */
  public boolean holds(NewsStore store) {
    return state.equals(store.state());
  }

  private void write(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      AtomicFiles.write(file, JSON.writeValueAsBytes(this));
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      // A full disk, or a folder to read only: counting again is all that it costs.
    }
  }
}
