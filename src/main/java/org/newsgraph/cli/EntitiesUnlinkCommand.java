package org.newsgraph.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Removes a wrong link of an entity to a knowledge base item. */
@Command(
    name = "unlink",
    description = {
      "Removes the link of an entity to an item of a knowledge base.",
      "The entity has its name in the articles again, and is not linked to any other item."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "To undo this, use \"entities link NAME --undo\".",
      "Example: newsgraph entities unlink Ford --in memoir-1974"
    })
final class EntitiesUnlinkCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "The entity.")
  private String entity;

  @Option(
      names = "--in",
      arity = "1..*",
      paramLabel = "ARTICLE",
      description = "The articles, by id or IRI, to which this is limited (default: all articles).")
  private List<String> articles = List.of();

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), it -> it.unlink(entity, articles));
  }
}
