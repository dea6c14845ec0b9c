package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Changes the displayed name of an entity. */
@Command(
    name = "rename",
    description = {
      "Changes the displayed name of an entity.",
      "The old name becomes one of its other names. The IRI does not change, so that links keep"
          + " working."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities rename \"Jo Cox\" \"Jo Cox MP\""})
final class EntitiesRenameCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The entity.")
  private String entity;

  @Parameters(index = "1", paramLabel = "NAME", description = "The name to display.")
  private String name;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), it -> it.rename(entity, name));
  }
}
