package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsgraph.store.ActiveReplica;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says which copy of a database is to be served. */
@Command(
    name = "swap",
    description = {
      "Names the copy of a database that \"serve --read-only\" is to serve from now on.",
      "A server that runs opens it while it answers from the last one, and then changes over.",
      "The name is kept in the file \"current\" of the folder that the copies lie in."
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
    ActiveReplica.choose(copy);
    newsgraph.terminal().say(copy + ": to be served from now on");
    return Newsgraph.OK;
  }
}
