package org.newsgraph.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.newsgraph.store.NearDuplicates;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes articles out of a database. */
@Command(
    name = "delete",
    description = "Takes articles out of the database, with all that only they said.",
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
      unknown.forEach(this::complain);
      return unknown.isEmpty() ? Newsgraph.OK : Newsgraph.FAILED;
    }
  }

  private void complain(String article) {
    newsgraph.terminal().say(article + ": no article of this id or IRI is in " + database.folder());
  }
}
