package org.newsgraph.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;
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
    Corrections corrections = correct(problems, store, terminal, linker);
    Progress progress = terminal.progress();
    progress.start(OptionalLong.empty());
    ArticleBuild.Counts counts =
        build(problems, store, progress, corrections, linker).run(articles);
    if (linker.knowledge().isPresent()) {
      linker.updateFacts(store, false);
    }
    terminal.printMessage(counts.toString());
    return counts.failed() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  /** Prints to standard error a summary of what {@link #build} would import. */
  int dryRun(Stream<Article> articles, Problems problems, NewsStore store, Terminal terminal) {
    Progress progress = terminal.progress();
    progress.start(OptionalLong.empty());
    ArticleBuild.Counts counts =
        build(problems, store, progress, Corrections.NONE, LinkedExtraction::none).dryRun(articles);
    terminal.printMessage("dry run, nothing was changed; a build would find " + counts);
    return counts.failed() == 0 ? Newsgraph.OK : Newsgraph.FAILED;
  }

  private ArticleBuild build(
      Problems problems,
      NewsStore store,
      Progress progress,
      Corrections corrections,
      Function<Extraction, LinkedExtraction> linker) {
    return new ArticleBuild(
        store, ParallelExtraction::extractor, settings(linker), problems, progress, corrections);
  }

  /**
   * Applies changed corrections to the stored articles.
   *
   * @return all corrections
   */
  Corrections correct(Problems problems, NewsStore store, Terminal terminal) {
    try (ArticleLinker linker = links.open(store)) {
      return correct(problems, store, terminal, linker);
    }
  }

  private Corrections correct(
      Problems problems, NewsStore store, Terminal terminal, ArticleLinker linker) {
    Corrections corrections = linker.describe(CorrectionsFile.of(store).read());
    int reprocessed =
        new CorrectionRun(
                store,
                ParallelExtraction::extractor,
                settings(linker),
                problems,
                terminal.progress())
            .run(corrections);
    if (reprocessed > 0) {
      terminal.printMessage("the corrections have changed; " + CorrectionRun.summary(reprocessed));
    }
    return corrections;
  }

  private ArticleBuild.Settings settings(Function<Extraction, LinkedExtraction> linker) {
    return new ArticleBuild.Settings(Version.number(), jobs.jobs(), Clock.systemUTC(), linker);
  }
}
