package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.dump.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Creates a database from a backup. */
@Command(
    name = "restore",
    description = {
      "Creates a database from a file that \"backup\" wrote.",
      "The database must not exist yet."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph restore monday.zip --db data-of-monday"})
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Parameters(paramLabel = "FILE", description = "The backup file.")
  private Path file;

  @Override
  public Integer call() {
    try (NewsStore store = Backup.restore(file, database.folder())) {
      newsgraph
          .terminal()
          .printMessage(database.folder() + ": " + store.articleCount() + " articles");
      return Newsgraph.OK;
    }
  }
}
