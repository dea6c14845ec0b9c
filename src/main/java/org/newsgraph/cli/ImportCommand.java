package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.newsgraph.store.dump.Dump;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads a dump into a database. */
@Command(
    name = "import",
    description = {
      "Loads a dump that \"export\" or \"cluster\" wrote.",
      "The dump is a file in N-Quads, TriG or JSON-LD, a folder of such files, the output folder of"
          + " \"cluster\", or - for N-Quads from standard input. In an existing database, articles"
          + " with the same IRI are replaced."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph import dump.nq.gz --db copy",
      "         zstdcat dump.nq.zst | newsgraph import - --db copy"
    })
final class ImportCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Parameters(
      paramLabel = "DUMP",
      description = "The file or folder to load, or - for standard input.")
  private Path dump;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "The prefix of the IRIs (default: that of the articles in the dump).")
  private String base;

  @Override
  public Integer call() {
    Terminal terminal = newsgraph.terminal();
    terminal.progress().start(OptionalLong.empty());
    Dump.Loaded loaded =
        (dump.toString().equals("-") ? Dump.of(terminal.in(), "standard input") : Dump.of(dump))
            .load(database.folder(), Optional.ofNullable(base), terminal.progress()::step);
    terminal.printMessage(
        String.format(
            Locale.ROOT,
            "%s: %,d articles, %,d triples imported",
            database.folder(),
            loaded.articles(),
            loaded.quads()));
    return Newsgraph.OK;
  }
}
