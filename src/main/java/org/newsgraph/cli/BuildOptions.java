package org.newsgraph.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.ArticleProcessor;
import org.newsgraph.ingest.IngestReport;
import org.newsgraph.ingest.Ingestion;
import org.newsgraph.ingest.correction.CorrectionRun;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options shared by the commands that import articles into a database. */
final class BuildOptions {
  @Option(
      names = "--base",
      paramLabel = "IRI",
      description =
          "The prefix of every IRI; fixed when the database is created (default: "
              + Iris.DEFAULT_BASE
              + ").")
  private String base;

  @Mixin private JobsOption jobs;
  @Mixin private LinkOptions links;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Opens the database, or creates it if it does not exist. */
  NewsStore create(DatabaseOption database) {
    if (base != null) {
      try {
        new Iris(base);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command.commandLine(), "--base: " + e.getMessage(), e);
      }
    }
    return NewsStore.create(database.folder(), Optional.ofNullable(base));
  }

  /** Opens the linker for the entities of new articles. */
  ArticleLinker linker(NewsStore store) {
    return links.open(store);
  }

  /**
   * Applies changed corrections to the stored articles, then imports articles, and prints a summary
   * to standard error.
   *
   * @return the exit status
   */
  int build(Stream<Article> articles, Problems problems, NewsStore store, Terminal terminal) {
    try (ArticleLinker linker = links.open(store)) {
      return build(articles, problems, store, terminal, linker);
    }
  }

  private int build(
      Stream<Article> articles,
      Problems problems,
      NewsStore store,
      Terminal terminal,
      ArticleLinker linker) {
    ArticleProcessor processor = linker.processor(store);
    correct(problems, store, terminal, processor);
    IngestReport report =
        ingestion(problems, store, terminal, processor).ingest(articles, jobs.jobs());
    if (linker.knowledge().isPresent()) {
      linker.updateFacts(store, false);
    }
    terminal.printMessage(report.toString());
    return report.failed() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  /** Prints to standard error a summary of what {@link #build} would import. */
  int dryRun(Stream<Article> articles, Problems problems, NewsStore store, Terminal terminal) {
    ArticleProcessor processor =
        ArticleProcessor.of(LinkedExtraction::none, Corrections.NONE, store.iris());
    IngestReport report = ingestion(problems, store, terminal, processor).dryRun(articles);
    terminal.printMessage("dry run, nothing was changed; a build would find " + report);
    return report.failed() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  private static Ingestion ingestion(
      Problems problems, NewsStore store, Terminal terminal, ArticleProcessor processor) {
    terminal.progress().start(OptionalLong.empty());
    return new Ingestion(store, processor, problems, terminal.progress());
  }

  /** Applies changed corrections to the stored articles. */
  void correct(Problems problems, NewsStore store, Terminal terminal) {
    try (ArticleLinker linker = links.open(store)) {
      correct(problems, store, terminal, linker.processor(store));
    }
  }

  private void correct(
      Problems problems, NewsStore store, Terminal terminal, ArticleProcessor processor) {
    int reprocessed =
        new CorrectionRun(store, processor, jobs.jobs(), problems, terminal.progress()).run();
    if (reprocessed > 0) {
      terminal.printMessage("the corrections have changed; " + CorrectionRun.summary(reprocessed));
    }
  }
}
