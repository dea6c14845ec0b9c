package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Merges two entities into one. */
@Command(
    name = "merge",
    description = "Merges two entities into one, with the name and the IRI of the second.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph entities merge \"Jo Cox\" \"Helen Joanne Cox\" --note \"her full name\""
    })
final class EntitiesMergeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The entity to merge into the other.")
  private String entity;

  @Parameters(index = "1", paramLabel = "B", description = "The entity to merge it into.")
  private String other;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), it -> it.merge(entity, other));
  }
}
