package org.newsgraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Parent of the commands that show and correct entities. */
@Command(
    name = "entities",
    description = {
      "Shows and corrects entities.",
      "Each correction is a line of corrections.csv in the database's folder. You may also edit"
          + " that file by hand; the next \"build\" applies it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      EntitiesShowCommand.class,
      EntitiesMergeCommand.class,
      EntitiesSplitCommand.class,
      EntitiesRenameCommand.class,
      EntitiesForgetCommand.class,
      EntitiesLinkCommand.class,
      EntitiesUnlinkCommand.class,
      EntitiesSuspectsCommand.class,
      EntitiesSuggestCommand.class,
    },
    footer = {
      "",
      "Identify an entity by its name (\"Jo Cox\"), its IRI, or the end of its IRI"
          + " (entity/Jo_Cox).",
      "Example: newsgraph entities merge \"Jo Cox\" \"Helen Joanne Cox\""
    })
final class EntitiesCommand implements Runnable {
  @ParentCommand private Newsgraph newsgraph;
  @Spec private CommandSpec command;

  Newsgraph newsgraph() {
    return newsgraph;
  }

  /** Prints the list of subcommands. */
  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
