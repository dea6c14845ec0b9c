package org.newsgraph.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsgraph.ingest.correction.CorrectionPlanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Splits an entity into two. */
@Command(
    name = "split",
    description = {
      "Splits an entity into two.",
      "With B, it undoes a merge. With --article, it declares that the name means another entity in"
          + " these articles."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph entities split \"Jo Cox\" \"Helen Joanne Cox\"",
      "Example: newsgraph entities split \"John Smith\" --article match-report"
          + " --as \"John Smith (footballer)\""
    })
final class EntitiesSplitCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The entity.")
  private String entity;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "The entity with which it was merged.")
  private String other;

  @Option(
      names = "--article",
      arity = "1..*",
      paramLabel = "ID",
      description = "The articles, by id or IRI, in which the name means another entity.")
  private List<String> articles = List.of();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description =
          "The name of that other entity (default: an entity known in that article only).")
  private String as;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), this::split);
  }

  private CorrectionPlanner.Edit split(CorrectionPlanner decide) {
    if ((other == null) == articles.isEmpty() || (as != null && articles.isEmpty())) {
      throw decide
          .names()
          .error(
              "Give either the entity B with which it was merged, or --article and optionally"
                  + " --as");
    }
    return other != null
        ? decide.undoMerge(entity, other)
        : decide.split(entity, articles, Optional.ofNullable(as));
  }
}
