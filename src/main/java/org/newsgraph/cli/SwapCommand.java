package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.store.ActiveReplica;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Selects the copy of a database that replicas serve. */
@Command(
    name = "swap",
    description = {
      "Selects the copy that \"serve --read-only\" serves from now on.",
      "A running server answers from the previous copy until it has opened the new one.",
      "The selection is stored in the file \"current\" in the folder of the copies."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph restore monday.zip --db copies/monday",
      "         newsgraph swap copies/monday",
      "         newsgraph serve --read-only --db copies"
    })
final class SwapCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;

  @Parameters(paramLabel = "COPY", description = "The folder of the copy.")
  private Path copy;

  @Override
  public Integer call() {
    ActiveReplica.select(copy);
    newsgraph
        .terminal()
        .printMessage(copy + ": selected; \"serve --read-only\" serves this copy from now on");
    return Newsgraph.OK;
  }
}
