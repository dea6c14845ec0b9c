package org.newsgraph.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.EntityType;
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
  private enum Only {
    PERSONS(EntityType.PERSON),
    ORGANISATIONS(EntityType.ORGANISATION),
    PLACES(EntityType.PLACE);

    private final EntityType type;

    Only(EntityType type) {
      this.type = type;
    }
  }

  @Parameters(index = "0", paramLabel = "DUMP", description = "The dump file.")
  private Path dump;

  private List<String> languages = List.of("en");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Keep only items of these types: ${COMPLETION-CANDIDATES} (default: all items). With all"
              + " three, the knowledge base has a quarter of the size.")
  private Set<Only> only = EnumSet.noneOf(Only.class);

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Use N threads (default: the number of processors).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private KbFolderOption folder;
  @ParentCommand private KbCommand kb;
  @Spec private CommandSpec command;

  @Option(
      names = "--languages",
      split = ",",
      paramLabel = "CODE",
      description =
          "Languages of names and descriptions, in order of preference (default: en). Names that"
              + " Wikidata gives for all languages are always kept.")
  void setLanguages(String... codes) {
    for (String code : codes) {
      if (!code.strip().matches("[A-Za-z]{2,12}(-[A-Za-z0-9]+)*")) {
        throw new ParameterException(
            command.commandLine(),
            "--languages: \"" + code + "\" is not a language code such as en");
      }
    }
    languages =
        Arrays.stream(codes).map(code -> code.strip().toLowerCase(Locale.ROOT)).distinct().toList();
  }

  @Override
  public Integer call() {
    if (jobs < 1) {
      throw new ParameterException(command.commandLine(), "--jobs must be at least 1, not " + jobs);
    }
    Terminal terminal = kb.newsgraph().terminal();
    Problems problems = new Problems(kb.newsgraph()::report);
    Set<EntityType> types = EnumSet.noneOf(EntityType.class);
    only.forEach(each -> types.add(each.type));
    Path into = folder.folder(dump);
    ItemProgress progress = new ItemProgress(terminal.progress());
    DumpBuild.Result result =
        new DumpBuild(dump, into, new DumpBuild.Options(languages, types, jobs), Clock.systemUTC())
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
