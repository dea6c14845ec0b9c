package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives an entity a better name to show. */
@Command(
    name = "rename",
    description = {
      "Gives an entity a better name to show.",
      "The old one stays among its other names, and its IRI stays, so that links do not break."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities rename \"Jo Cox\" \"Jo Cox MP\""})
final class EntitiesRenameCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The entity.")
  private String entity;

  @Parameters(index = "1", paramLabel = "NAME", description = "The name to show.")
  private String name;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), it -> it.rename(entity, name));
  }
}
