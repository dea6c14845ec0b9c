package org.newsgraph.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Reclaims the disk space of replaced and deleted articles. */
@Command(
    name = "compact",
    description = {
      "Reclaims the disk space of replaced and deleted articles.",
      "\"build\" and \"serve\" compact the database by themselves when it is worthwhile."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph compact --db data"})
final class CompactCommand implements Callable<Integer> {
  private static final double MEBIBYTE = 1 << 20;

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    try (NewsStore store = database.open()) {
      long before = store.size();
      if (!store.compact()) {
        newsgraph
            .terminal()
            .printMessage(
                database.folder()
                    + ": not enough disk space for a compacted copy; free some space and try"
                    + " again");
        return Newsgraph.FAILED;
      }
      newsgraph
          .terminal()
          .printMessage(
              String.format(
                  Locale.ROOT,
                  "%s: %.1f MiB, %.1f MiB before",
                  database.folder(),
                  store.size() / MEBIBYTE,
                  before / MEBIBYTE));
      return Newsgraph.OK;
    }
  }
}
