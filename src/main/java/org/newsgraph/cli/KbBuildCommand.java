package org.newsgraph.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.link.wikidata.DumpBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Builds a knowledge base from a Wikidata dump. */
@Command(
    name = "build",
    description = {
      "Builds a knowledge base from a Wikidata dump.",
      "The dump is JSON (latest-all.json.gz) or truthy N-Triples (latest-truthy.nt.bz2),"
          + " uncompressed or compressed with gzip or bzip2.",
      "Interrupt it at any time; run the same command again to resume."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph kb build latest-all.json.gz --only persons,organisations,places",
      "Download dumps from https://dumps.wikimedia.org/wikidatawiki/entities/"
    })
final class KbBuildCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DUMP", description = "The dump file.")
  private Path dump;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Use N threads (default: the number of processors).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private ItemSelectionOptions selection;
  @Mixin private KbFolderOption folder;
  @ParentCommand private KbCommand kb;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    if (jobs < 1) {
      throw new ParameterException(command.commandLine(), "--jobs must be at least 1, not " + jobs);
    }
    Terminal terminal = kb.newsgraph().terminal();
    Problems problems = new Problems(kb.newsgraph()::report);
    Path into = folder.folder(dump);
    ItemProgress progress = new ItemProgress(terminal.progress());
    DumpBuild.Result result =
        new DumpBuild(
                dump,
                into,
                new DumpBuild.Options(selection.languages(), selection.types(), jobs),
                Clock.systemUTC())
            .run(problems, progress);
    terminal.printMessage(KbListCommand.summary(into, result.description()));
    if (result.invalidLines() > 0) {
      terminal.printMessage(
          result.invalidLines()
              + (result.invalidLines() == 1 ? " line" : " lines")
              + " of "
              + dump
              + " could not be read");
    }
    return result.invalidLines() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }
}
