package org.newsgraph.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.io.ProgramVersion;
import org.newsgraph.link.fetch.HttpDump;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.WaitingClock;
import org.newsgraph.link.wikidata.DumpBuild;
import org.newsgraph.link.wikidata.DumpSource;
import org.newsgraph.link.wikidata.LocalDump;
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
  /** Maximum time for the next part of a download, and for all attempts to continue it. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final Duration RETRY_TIMEOUT = Duration.ofMinutes(30);

  @Parameters(
      index = "0",
      paramLabel = "DUMP",
      description =
          "The dump file, or its address (https://…): it is then read while it is downloaded, and"
              + " not stored.")
  private String dump;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Your mail or web address, sent to the server of a dump in the User-Agent header.")
  private String contact = "";

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
    Problems problems = kb.newsgraph().problems();
    DumpSource source = source();
    Path into = folder.folder(Path.of(source.name()));
    StageProgress stages = new StageProgress(terminal.progress());
    DumpBuild.Result result =
        new DumpBuild(
                source,
                into,
                new DumpBuild.Options(selection.languages(), selection.types(), jobs),
                Clock.systemUTC())
            .run(
                problems,
                (stage, items, share) ->
                    stages.show(
                        stage == DumpBuild.Stage.READING ? "reading" : "indexing", items, share));
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

  private DumpSource source() {
    if (!dump.matches("(?i)https?://.*")) {
      return new LocalDump(Path.of(dump));
    }
    try {
      URI address = new URI(dump);
      if (address.getHost() != null && !address.getPath().endsWith("/")) {
        RequestPolicy policy =
            RequestPolicy.of(RequestPolicy.userAgent(ProgramVersion.number(), contact))
                .withTimeouts(TIMEOUT, RETRY_TIMEOUT);
        return new HttpDump(address, policy, WaitingClock.REAL);
      }
    } catch (URISyntaxException e) {
      // Reported below.
    }
    throw new ParameterException(
        command.commandLine(), dump + ": not the address of a file (https://…/NAME)");
  }
}
