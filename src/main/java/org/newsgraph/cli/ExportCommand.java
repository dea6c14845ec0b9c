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

/** Exports the graph for other tools. */
@Command(
    name = "export",
    description = {
      "Writes the graph, or the result of a query, for other tools.",
      "The file docs/tools.md describes which tool reads which format."
    },
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
      description = "One of ${COMPLETION-CANDIDATES} (default: by the extension of the file).")
  private ExportFormat format;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = {
        "The file or folder to write; - for standard output.",
        "A name that ends in .gz or .bz2 compresses the file; .zip packs a folder."
      })
  private Path output;

  @Option(names = "--force", description = "Overwrite existing files.")
  private boolean force;

  @Option(
      names = "--select",
      paramLabel = "FILE.rq",
      description = {
        "Write the result of this query instead of the graph.",
        "A CONSTRUCT is written as nquads, trig, turtle or jsonld, a SELECT as csv."
      })
  private Path select;

  @Option(
      names = "--vertices",
      defaultValue = "ENTITIES",
      paramLabel = "KIND",
      description = "Vertices of a network: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private VertexKind vertices;

  @Option(
      names = "--edges",
      split = ",",
      paramLabel = "EDGE",
      description = {
        "Edges of a network (default: all that fit the vertices).",
        "ENTITIES have SAID_ABOUT and MENTIONED_WITH; ARTICLES have NAMES_THE_SAME; BOTH have"
            + " SAID_ABOUT, MENTIONED_WITH, SPEAKS_IN and MENTIONED_IN."
      })
  private Set<EdgeType> ties = Set.of();

  @Option(
      names = "--no-layout",
      description = "Do not compute positions for the vertices of a network.")
  private boolean noLayout;

  @Option(
      names = "--spreadsheet",
      description =
          "Write CSV for Excel and other spreadsheets: cells that look like formulas start with '.")
  private boolean spreadsheet;

  @Override
  public Integer call() {
    Destination destination = new Destination(output, force, newsgraph.terminal().out());
    new ExportRun(database, newsgraph.terminal()).run(exporter(), cut.filter(), destination);
    return Newsgraph.OK;
  }

  private Exporter exporter() {
    ExportOptions options =
        new ExportOptions(new NetworkOptions(vertices, ties, !noLayout), spreadsheet);
    if (select == null) {
      return format().exporter(options);
    }
    if (!cut.filter().selectsAll()) {
      throw usage("--select cannot be combined with --from, --to, --type or --min-mentions");
    }
    try {
      return new SelectExport(QueryText.read(select), format(), options);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private ExportFormat format() {
    String name = output.toString();
    if (format != null) {
      return format;
    }
    if (select != null && name.matches("(?i).*\\.csv(\\.gz|\\.bz2)?")) {
      return ExportFormat.CSV;
    }
    return ExportFormat.of(name)
        .orElseThrow(() -> usage(name + ": the name does not determine a format; give --format"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
