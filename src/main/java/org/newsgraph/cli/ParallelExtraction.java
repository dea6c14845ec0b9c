package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Extractor;
import org.newsgraph.io.OrderedExecutor;
import org.newsgraph.text.Analyser;

/**
 * Extracts from many articles at once and hands the results on in the order of the input. Only as
 * many articles are in memory as are worked on, and a few more that wait for their turn.
 */
public final class ParallelExtraction {
  /** How many results may wait for a slow one before them, for each article worked on. */
  private static final int WAITING = 4;

  private final Function<Article, Extraction> extractor;
  private final int jobs;
  private final Problems problems;

  ParallelExtraction(Function<Article, Extraction> extractor, int jobs, Problems problems) {
    this.extractor = extractor;
    this.jobs = jobs;
    this.problems = problems;
  }

  /** Loads the language model with the first article: a command that has none starts at once. */
  private static final class Model {
    static final Analyser ANALYSER = new Analyser();
  }

  /** The extractor that the commands use: it reads English, and finds nothing in the rest. */
  public static Function<Article, Extraction> extractor() {
    return article ->
        article.metadata().isEnglish()
            ? Extractor.extract(Model.ANALYSER.analyse(article))
            : new Extraction(article, List.of(), List.of(), List.of());
  }

  /**
   * Works through the articles. One that fails is reported as a problem, and the others go on; what
   * the receiver throws ends it all.
   */
  void run(Stream<Article> articles, Consumer<Extraction> receiver) {
    int maxPending = jobs * (1 + WAITING) + 1;
    try (articles;
        OrderedExecutor<Optional<Extraction>> workers =
            new OrderedExecutor<>(
                "extract", jobs, maxPending, result -> result.ifPresent(receiver))) {
      // Not by an iterator, which may read far ahead where streams are flattened.
      articles.forEachOrdered(article -> add(article, workers));
      workers.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Article article, OrderedExecutor<Optional<Extraction>> workers) {
    try {
      workers.add(() -> extract(article));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Extraction> extract(Article article) {
    try {
      return Optional.of(extractor.apply(article));
    } catch (RuntimeException | StackOverflowError e) {
      problems.error(
          article.place(), "article " + article.id() + ": " + ErrorMessages.reason(e), e);
      return Optional.empty();
    }
  }
}
