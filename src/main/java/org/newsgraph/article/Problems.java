package org.newsgraph.article;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.newsgraph.article.Problem.Severity;

/**
 * Where problems go: each is told at once to a listener and then only counted, so that a million
 * bad lines need no memory. Safe to use from several threads; the listener hears one at a time.
 */
public final class Problems {
  private final Consumer<Problem> listener;
  private final AtomicLong errorCount = new AtomicLong();

  public Problems(Consumer<Problem> listener) {
    this.listener = listener;
  }

  /** An article, or a source of articles, could not be used. */
  public void error(SourceLocation place, String reason) {
    errorCount.incrementAndGet();
    tell(new Problem(place, reason, Severity.ERROR, Optional.empty()));
  }

  /** An article could not be used, and it may be the program's fault. */
  public void error(SourceLocation place, String reason, Throwable cause) {
    errorCount.incrementAndGet();
    tell(new Problem(place, reason, Severity.ERROR, Optional.of(cause)));
  }

  /** An article was used, but something about it was not as it should be. */
  public void warning(SourceLocation place, String reason) {
    tell(new Problem(place, reason, Severity.WARNING, Optional.empty()));
  }

  /** How many errors there were. */
  public long errorCount() {
    return errorCount.get();
  }

  private synchronized void tell(Problem problem) {
    listener.accept(problem);
  }
}
