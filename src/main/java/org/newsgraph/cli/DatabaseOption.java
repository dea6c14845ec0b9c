package org.newsgraph.cli;

import java.nio.file.Path;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Option;

/** Option for the database that a command uses. */
final class DatabaseOption {
  @Option(
      names = "--db",
      paramLabel = "DIR",
      description = "The database's folder (default: \"data\" in the program's folder).")
  private Path folder;

  Path folder() {
    return folder != null
        ? folder
        : Path.of(System.getProperty("newsgraph.home", "")).resolve("data");
  }

  /** Opens the database, which must exist. */
  NewsStore open() {
    return NewsStore.open(folder());
  }
}
