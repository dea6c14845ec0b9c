package org.newsgraph.cli;

import java.nio.file.Path;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Option;

/** Which database a command works on. */
final class DatabaseOption {
  @Option(
      names = "--db",
      paramLabel = "DIR",
      description = "The database's folder; by default \"data\" beside the program.")
  private Path folder;

  Path folder() {
    return folder != null
        ? folder
        : Path.of(System.getProperty("newsgraph.home", "")).resolve("data");
  }

  /** Opens the database, which must be there. */
  NewsStore open() {
    return NewsStore.open(folder());
  }
}
