package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.dump.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a copy of a database. */
@Command(
    name = "backup",
    description = {
      "Writes the whole database into one file, which \"restore\" reads.",
      "While \"serve\" has it open, an editor asks the server: POST /$/backup."
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
      description = "The file to write; by default one in the database's folder \"backups\".")
  private Path file;

  @Override
  public Integer call() {
    try (NewsStore store = database.open()) {
      Backup backup = file == null ? Backup.of(store) : Backup.of(store, file);
      newsgraph.terminal().say(backup.file() + ": " + backup.articles() + " articles");
      return Newsgraph.OK;
    }
  }
}
