package org.newsgraph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes and shows knowledge bases. */
@Command(
    name = "kb",
    description = {
      "Makes and shows knowledge bases: who and what there is in the world, for linking.",
      "They lie in the folder \"kb\" of the database's own, a folder each."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
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

  /** Says which commands there are. */
  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
