package org.newsgraph.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsgraph.export.Cut;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Excerpt;
import org.newsgraph.export.Format;
import org.newsgraph.export.Options;
import org.newsgraph.export.network.Choice;
import org.newsgraph.export.network.Tie;
import org.newsgraph.export.network.Vertices;
import org.newsgraph.extract.EntityType;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the graph for other tools. */
@Command(
    name = "export",
    description = "Writes the graph for another tool; docs/tools.md tells which opens what.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph export -o dump.nq.gz",
      "         newsgraph export -o graph.gexf --from 2016-01-01 --min-mentions 3",
      "         newsgraph export --format turtle -o - | rapper -q -c -i turtle - base:"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;
  @Spec private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}; by default what the file's name tells.")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = {
        "The file or folder to write; - for standard output.",
        ".gz and .bz2 compress, .zip packs a folder."
      })
  private Path output;

  @Option(names = "--force", description = "Replaces what is there.")
  private boolean force;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only articles published on this day (2016-10-12) or later.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Only articles published on this day or earlier.")
  private LocalDate to;

  @Option(
      names = "--type",
      split = ",",
      paramLabel = "TYPE",
      description = "Only entities of these types: ${COMPLETION-CANDIDATES}.")
  private Set<EntityType> types = Set.of();

  @Option(
      names = "--min-mentions",
      paramLabel = "N",
      description = "Only entities that are named at least N times.")
  private long minMentions;

  @Option(
      names = "--vertices",
      defaultValue = "ENTITIES",
      paramLabel = "KIND",
      description = "Of networks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Vertices vertices;

  @Option(
      names = "--edges",
      split = ",",
      paramLabel = "TIE",
      description = {
        "Of networks: SAID_ABOUT, MENTIONED_WITH; with articles SPEAKS_IN, MENTIONED_IN,",
        "NAMES_THE_SAME. By default all that fit the vertices."
      })
  private Set<Tie> ties = Set.of();

  @Option(names = "--no-layout", description = "Of networks: vertices get no places.")
  private boolean noLayout;

  @Option(
      names = "--spreadsheet",
      description =
          "Of CSV: for Excel and others; cells that they would take for formulas begin with '.")
  private boolean spreadsheet;

  private Options options() {
    return new Options(new Choice(vertices, ties, !noLayout), spreadsheet);
  }

  @Override
  public Integer call() {
    Format wanted =
        Optional.ofNullable(format)
            .or(() -> Format.of(output.toString()))
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(),
                        output + ": its name tells no format; say --format"));
    Destination destination = new Destination(output, force, newsgraph.terminal().out());
    Cut cut = new Cut(Optional.ofNullable(from), Optional.ofNullable(to), types, minMentions);
    try (NewsStore store = database.open()) {
      store.read(
          dataset -> {
            Progress progress = newsgraph.terminal().progress();
            Excerpt excerpt = new Excerpt(dataset, store.iris(), cut, progress::step);
            progress.start(OptionalLong.of(excerpt.articles().size()));
            wanted.exporter(options()).write(excerpt, destination);
            return null;
          });
    } finally {
      newsgraph.terminal().progress().clear();
    }
    return Newsgraph.OK;
  }
}
