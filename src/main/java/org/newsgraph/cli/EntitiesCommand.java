package org.newsgraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows and corrects who is whom. */
@Command(
    name = "entities",
    description = {
      "Shows entities, and corrects who is whom.",
      "Every correction is a line of corrections.csv in the database's folder, which you may edit"
          + " by hand, too; \"build\" then follows it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      EntitiesShowCommand.class,
      EntitiesMergeCommand.class,
      EntitiesSplitCommand.class,
      EntitiesRenameCommand.class,
      EntitiesForgetCommand.class,
      EntitiesSuspectsCommand.class,
    },
    footer = {
      "",
      "An entity is given by its name (\"Jo Cox\"), its IRI, or the end of that (entity/Jo_Cox).",
      "Example: newsgraph entities merge \"Jo Cox\" \"Helen Joanne Cox\""
    })
final class EntitiesCommand implements Runnable {
  @ParentCommand private Newsgraph newsgraph;
  @Spec private CommandSpec command;

  Newsgraph newsgraph() {
    return newsgraph;
  }

  /** Says which commands there are. */
  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
