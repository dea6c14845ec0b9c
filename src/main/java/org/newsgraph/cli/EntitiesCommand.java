package org.newsgraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the commands on the database's entities. */
@Command(
    name = "entities",
    description = "Looks after the people, organisations and places of a database.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = EntitiesSuspectsCommand.class,
    footer = {"", "Example: newsgraph entities suspects --db data"})
final class EntitiesCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a command of its own there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
