package org.newsgraph.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Gives room on the disk back. */
@Command(
    name = "compact",
    description = {
      "Gives back the room that replaced and deleted articles have left.",
      "\"build\" and \"serve\" do so by themselves when it pays."
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
            .say(
                database.folder()
                    + ": there is no room for a second copy on the disk; free some, and try again");
        return Newsgraph.FAILED;
      }
      newsgraph
          .terminal()
          .say(
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
