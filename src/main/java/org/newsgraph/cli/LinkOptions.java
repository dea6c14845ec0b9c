package org.newsgraph.cli;

import org.newsgraph.link.EntityLinker;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How entities are linked to the items of knowledge bases; the same for every command. */
final class LinkOptions {
  @Mixin private KnowledgeBaseOptions knowledge;

  @Option(
      names = "--min-confidence",
      paramLabel = "SHARE",
      description =
          "How sure a link must be, from 0 to 1 (default: ${DEFAULT-VALUE}); with 0.8, four of five"
              + " that are just so sure are right.")
  private double bar = EntityLinker.DEFAULT_BAR;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** For a database: with the knowledge bases given, else with its own. */
  ArticleLinker open(NewsStore store) {
    check();
    return new ArticleLinker(knowledge.open(store.folder()), bar);
  }

  /** Without a database: with the knowledge bases given. */
  ArticleLinker open() {
    check();
    return new ArticleLinker(knowledge.open(), bar);
  }

  private void check() {
    if (!(bar >= 0 && bar <= 1)) {
      throw new ParameterException(
          command.commandLine(), "--min-confidence must lie between 0 and 1, not at " + bar);
    }
  }
}
