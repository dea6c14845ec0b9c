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
 * Extraction on several threads that delivers the results in the order of the input. It holds only
 * the articles being processed in memory, and a few results that wait for an earlier one.
 */
public final class ParallelExtraction {
  /** Maximum number of results per thread that wait for a slower, earlier one. */
  private static final int MAX_WAITING = 4;

  private final Function<Article, Extraction> extractor;
  private final int jobs;
  private final Problems problems;

  ParallelExtraction(Function<Article, Extraction> extractor, int jobs, Problems problems) {
    this.extractor = extractor;
    this.jobs = jobs;
    this.problems = problems;
  }

  /** Holder that loads the language model with the first article, so that commands start fast. */
  private static final class Model {
    static final Analyser ANALYSER = new Analyser();
  }

  /**
   * Returns the extractor of the commands. It finds nothing in articles that are not in English.
   */
  public static Function<Article, Extraction> extractor() {
    return article ->
        article.metadata().isEnglish()
            ? Extractor.extract(Model.ANALYSER.analyse(article))
            : new Extraction(article, List.of(), List.of(), List.of());
  }

  /**
   * Processes the articles. An article that fails is reported as a problem, and the others are
   * still processed. An exception of the receiver ends the run.
   */
  void run(Stream<Article> articles, Consumer<Extraction> receiver) {
    int maxPending = jobs * (1 + MAX_WAITING) + 1;
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
          article.location(), "article " + article.id() + ": " + ErrorMessages.reason(e), e);
      return Optional.empty();
    }
  }
}
