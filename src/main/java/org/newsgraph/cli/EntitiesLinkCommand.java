package org.newsgraph.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.newsgraph.ingest.correction.CorrectionPlanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Chooses the knowledge base item to which an entity is linked. */
@Command(
    name = "link",
    description = {
      "Links an entity to an item of a knowledge base, instead of the item that the linker found.",
      "Its name, its IRI and its facts follow the item. With --undo, the linker decides again."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Identify the entity by its name in articles (\"Ford\") to correct this name only.",
      "Examples: newsgraph entities link Ford Q44294",
      "          newsgraph entities link Paris Q830149 --in texas-story",
      "          newsgraph entities link Ford --undo"
    })
final class EntitiesLinkCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "The entity.")
  private String entity;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ITEM",
      description =
          "The item: its Wikidata number (Q44294), its IRI, or the address of its page in Wikidata,"
              + " GeoNames or Wikipedia.")
  private String item;

  @Option(
      names = "--in",
      arity = "1..*",
      paramLabel = "ARTICLE",
      description = "The articles, by id or IRI, to which this is limited (default: all articles).")
  private List<String> articles = List.of();

  @Option(names = "--undo", description = "Undoes the correction of the link.")
  private boolean undo;

  @ParentCommand private EntitiesCommand entities;
  @Mixin private CorrectionOptions options;

  @Override
  public Integer call() {
    return options.edit(entities.newsgraph(), this::link);
  }

  private CorrectionPlanner.Edit link(CorrectionPlanner planner) {
    if (undo == (item != null)) {
      throw planner.names().error("Give either the ITEM, or --undo");
    }
    return undo ? planner.undoLink(entity, articles) : planner.link(entity, item, articles);
  }
}
