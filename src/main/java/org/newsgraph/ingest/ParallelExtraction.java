package org.newsgraph.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.Extraction;
import org.newsgraph.io.ErrorMessages;
import org.newsgraph.io.OrderedExecutor;

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

  /**
   * Creates an extraction.
   *
   * @param extractor finds the facts of an article; called by several threads
   * @param jobs number of articles processed in parallel
   * @param problems receives the articles that fail
   */
  public ParallelExtraction(Function<Article, Extraction> extractor, int jobs, Problems problems) {
    this.extractor = extractor;
    this.jobs = jobs;
    this.problems = problems;
  }

  /**
   * Processes articles. An article that fails is reported as a problem, and the others are still
   * processed. An exception of the receiver ends the run.
   */
  public void run(Stream<Article> articles, Consumer<Extraction> receiver) {
    run(articles, Function.identity(), (article, extraction) -> receiver.accept(extraction));
  }

  /**
   * Processes articles that come with other values. An article that fails is reported as a problem,
   * and the others are still processed. An exception of the receiver ends the run.
   *
   * @param values articles with what the receiver needs to know about them
   * @param article returns the article of a value
   */
  public <T> void run(
      Stream<T> values, Function<T, Article> article, BiConsumer<T, Extraction> receiver) {
    int maxPending = jobs * (1 + MAX_WAITING) + 1;
    try (values;
        OrderedExecutor<Runnable> workers =
            new OrderedExecutor<>("extract", jobs, maxPending, Runnable::run)) {
      // Not by an iterator, which may read far ahead where streams are flattened.
      values.forEachOrdered(
          value -> add(workers, () -> result(value, article.apply(value), receiver)));
      workers.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(OrderedExecutor<Runnable> workers, Callable<Runnable> task) {
    try {
      workers.add(task);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the delivery of an article's result to the receiver. */
  private <T> Runnable result(T value, Article article, BiConsumer<T, Extraction> receiver) {
    Optional<Extraction> extraction = extract(article);
    return () -> extraction.ifPresent(it -> receiver.accept(value, it));
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
