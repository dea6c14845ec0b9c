package org.newsgraph.cli;

import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options shared by the commands that link entities to the items of knowledge bases. */
final class LinkOptions {
  @Mixin private KnowledgeBaseOptions knowledge;

  @Option(
      names = "--min-confidence",
      paramLabel = "SHARE",
      description =
          "Minimum confidence of a link, from 0 to 1 (default: ${DEFAULT-VALUE}). Of the links with"
              + " a confidence of 0.8, four in five are right.")
  private double threshold = EntityLinker.DEFAULT_THRESHOLD;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Opens a linker with the given knowledge bases, by default those of the database. */
  ArticleLinker open(NewsStore store) {
    check();
    return new ArticleLinker(knowledge.open(store.folder()), threshold);
  }

  /** Opens a linker with the given knowledge bases, for a command without a database. */
  ArticleLinker open() {
    check();
    return new ArticleLinker(knowledge.open(), threshold);
  }

  private void check() {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new ParameterException(
          command.commandLine(), "--min-confidence must be between 0 and 1, not " + threshold);
    }
  }
}
