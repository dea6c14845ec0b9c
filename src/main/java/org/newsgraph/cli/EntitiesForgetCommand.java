package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Removes an entity that was recognised by mistake. */
@Command(
    name = "forget",
    description = {
      "Removes an entity that was recognised by mistake.",
      "Its statements stay, attributed to an unnamed speaker."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities forget Sources"})
final class EntitiesForgetCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The entity to remove.")
  private String entity;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), it -> it.forget(entity));
  }
}
