package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes out what is no entity. */
@Command(
    name = "forget",
    description = {
      "Takes out what was taken for a person, a place or another entity, and is none.",
      "What it was held to have said stays, as said by someone without a name."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities forget Sources"})
final class EntitiesForgetCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "What is no entity.")
  private String entity;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), it -> it.forget(entity));
  }
}
