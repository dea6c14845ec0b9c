package org.newsgraph.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.newsgraph.store.NearDuplicates;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Deletes articles from a database. */
@Command(
    name = "delete",
    description = "Deletes articles from the database, with every fact that only they support.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph delete 000_aa107be0189a89be"})
final class DeleteCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "ARTICLE",
      description = "The article's id (its dcterms:identifier) or its IRI.")
  private List<String> articles;

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Override
  public Integer call() {
    try (NewsStore store = database.open()) {
      List<String> unknown = articles.stream().filter(article -> !store.delete(article)).toList();
      NearDuplicates.mark(store);
      unknown.forEach(this::reportUnknown);
      return unknown.isEmpty() ? Newsgraph.OK : Newsgraph.FAILED;
    }
  }

  private void reportUnknown(String article) {
    newsgraph
        .terminal()
        .printMessage(article + ": no article with this id or IRI in " + database.folder());
  }
}
