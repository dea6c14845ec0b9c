package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.export.Destination;
import org.newsgraph.export.report.ReportExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a one-page report on a database. */
@Command(
    name = "report",
    description = {
      "Writes a one-page report on the database.",
      "It shows the contents of the database, the most quoted speakers, who is quoted about whom, a"
          + " comparison of sources, and the confidence of the extraction."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph report -o october.html --from 2016-10-01 --to 2016-10-31"})
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;
  @Mixin private ExportFilterOptions cut;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "-",
      paramLabel = "FILE",
      description =
          "The file to write: HTML if its name ends in .html, otherwise Markdown (default: standard"
              + " output).")
  private Path output;

  @Option(
      names = "--title",
      defaultValue = "News",
      paramLabel = "TEXT",
      description = "The title of the page (default: ${DEFAULT-VALUE}).")
  private String title;

  @Option(names = "--force", description = "Overwrite an existing file.")
  private boolean force;

  @Override
  public Integer call() {
    Terminal terminal = newsgraph.terminal();
    boolean html = output.toString().matches("(?i).*\\.html?");
    new ExportRun(database, terminal)
        .run(
            html ? ReportExport.html(title) : ReportExport.markdown(title),
            cut.filter(),
            new Destination(output, force, terminal.out()));
    return Newsgraph.OK;
  }
}
