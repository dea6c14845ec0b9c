package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.dump.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Backs up a database to one file. */
@Command(
    name = "backup",
    description = {
      "Backs up the database to one file, which \"restore\" reads.",
      "While \"serve\" has the database open, send POST /$/backup to the server, as an editor."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph backup -o monday.zip"})
final class BackupCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "The file to write (default: a new file in \"backups\" in the database's folder).")
  private Path file;

  @Override
  public Integer call() {
    try (NewsStore store = database.open()) {
      Backup backup = file == null ? Backup.of(store) : Backup.of(store, file);
      newsgraph.terminal().printMessage(backup.file() + ": " + backup.articles() + " articles");
      return Newsgraph.OK;
    }
  }
}
