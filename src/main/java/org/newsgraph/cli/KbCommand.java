package org.newsgraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Parent of the commands that create and show knowledge bases. */
@Command(
    name = "kb",
    description = {
      "Creates and shows knowledge bases, to whose items entities are linked.",
      "Each is a folder in \"kb\" in the database's folder."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      KbFetchCommand.class,
      KbBuildCommand.class,
      KbAddCommand.class,
      KbListCommand.class,
      KbShowCommand.class,
    },
    footer = {
      "",
      "Example: newsgraph kb build latest-all.json.gz --only persons,organisations,places"
    })
final class KbCommand implements Runnable {
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
