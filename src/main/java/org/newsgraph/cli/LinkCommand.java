package org.newsgraph.cli;

import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.correction.CorrectionRun;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Links all entities of a database again. */
@Command(
    name = "link",
    description = {
      "Links the entities of the database to knowledge base items.",
      "It links people, organisations and places, from the stored articles alone."
          + " \"build\" links new articles by itself."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph link --kb wikidata --min-confidence 0.6"})
final class LinkCommand implements Callable<Integer> {
  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;
  @Mixin private LinkOptions links;
  @Mixin private JobsOption jobs;

  @Override
  public Integer call() {
    Terminal terminal = newsgraph.terminal();
    Problems problems = newsgraph.problems();
    try (NewsStore store = database.open();
        ArticleLinker linker = links.open(store)) {
      int reprocessed =
          new CorrectionRun(
                  store, linker.processor(store), jobs.jobs(), problems, terminal.progress())
              .runAll();
      terminal.printMessage(
          CorrectionRun.summary(reprocessed) + "; " + linker.updateFacts(store, true));
    }
    return problems.errorCount() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }
}
