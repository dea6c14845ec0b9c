package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.export.format.SelectExport;
import org.newsgraph.export.network.EdgeType;
import org.newsgraph.export.network.NetworkOptions;
import org.newsgraph.export.network.VertexKind;
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
  @Mixin private ExportFilterOptions cut;
  @Spec private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}; by default what the file's name tells.")
  private ExportFormat format;

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
      names = "--select",
      paramLabel = "FILE.rq",
      description = {
        "Instead of the graph what this query gives: of a CONSTRUCT as nquads, trig, turtle or",
        "jsonld, of a SELECT as csv."
      })
  private Path select;

  @Option(
      names = "--vertices",
      defaultValue = "ENTITIES",
      paramLabel = "KIND",
      description = "Of networks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private VertexKind vertices;

  @Option(
      names = "--edges",
      split = ",",
      paramLabel = "TIE",
      description = {
        "Of networks: SAID_ABOUT, MENTIONED_WITH; with articles SPEAKS_IN, MENTIONED_IN,",
        "NAMES_THE_SAME. By default all that fit the vertices."
      })
  private Set<EdgeType> ties = Set.of();

  @Option(names = "--no-layout", description = "Of networks: vertices get no places.")
  private boolean noLayout;

  @Option(
      names = "--spreadsheet",
      description =
          "Of CSV: for Excel and others; cells that they would take for formulas begin with '.")
  private boolean spreadsheet;

  @Override
  public Integer call() {
    Destination destination = new Destination(output, force, newsgraph.terminal().out());
    new ExportRun(database, newsgraph.terminal()).run(exporter(), cut.cut(), destination);
    return Newsgraph.OK;
  }

  private Exporter exporter() {
    ExportOptions options =
        new ExportOptions(new NetworkOptions(vertices, ties, !noLayout), spreadsheet);
    if (select == null) {
      return wanted().exporter(options);
    }
    if (!cut.cut().isNone()) {
      throw usage("--select chooses by itself; leave --from, --to, --type and --min-mentions out");
    }
    try {
      return new SelectExport(QueryText.read(select), wanted(), options);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private ExportFormat wanted() {
    String name = output.toString();
    if (format != null) {
      return format;
    }
    if (select != null && name.matches("(?i).*\\.csv(\\.gz|\\.bz2)?")) {
      return ExportFormat.CSV;
    }
    return ExportFormat.of(name)
        .orElseThrow(() -> usage(name + ": its name tells no format; say --format"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
