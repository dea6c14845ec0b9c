package org.newsgraph.article;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.newsgraph.article.Problem.Severity;

/**
 * Receives problems. Each problem is passed to a listener at once and then only counted, so that a
 * million invalid lines need no memory. Thread-safe: the listener is called by one thread at a
 * time.
 */
public final class Problems {
  private final Consumer<Problem> listener;
  private final AtomicLong errorCount = new AtomicLong();
  private final AtomicLong skippedCount = new AtomicLong();

  public Problems(Consumer<Problem> listener) {
    this.listener = listener;
  }

  /** Reports that an article, or a source of articles, could not be used. */
  public void error(SourceLocation place, String reason) {
    errorCount.incrementAndGet();
    report(new Problem(place, reason, Severity.ERROR, Optional.empty()));
  }

  /**
   * Reports that an article could not be used because of an exception, which may be a fault of the
   * program.
   */
  public void error(SourceLocation place, String reason, Throwable cause) {
    errorCount.incrementAndGet();
    report(new Problem(place, reason, Severity.ERROR, Optional.of(cause)));
  }

  /** Reports that an article was used although something in it is invalid or missing. */
  public void warning(SourceLocation place, String reason) {
    report(new Problem(place, reason, Severity.WARNING, Optional.empty()));
  }

  /** Reports that an article, or a source of articles, was left out on purpose. */
  public void skipped(SourceLocation place, String reason) {
    skippedCount.incrementAndGet();
    report(new Problem(place, reason, Severity.SKIPPED, Optional.empty()));
  }

  /** Returns the number of articles and sources that were left out on purpose so far. */
  public long skippedCount() {
    return skippedCount.get();
  }

  /** Returns the number of errors reported so far, without warnings. */
  public long errorCount() {
    return errorCount.get();
  }

  private synchronized void report(Problem problem) {
    listener.accept(problem);
  }
}
