package org.newsgraph.serve.sparql.budget;

/**
 * A text that checks the budget of the current thread while it is read. A matcher of {@link
 * java.util.regex}, which can take exponential time, thereby ends with the query.
 */
final class InterruptibleText implements CharSequence {
  private static final int CHECK_INTERVAL = 1 << 12;

  private final String text;
  private final QueryBudget budget;
  private int reads;

  InterruptibleText(String text, QueryBudget budget) {
    this.text = text;
    this.budget = budget;
  }

  /** Returns a text that checks this thread's budget, or the text itself if none is open. */
  static CharSequence of(String text) {
    return QueryBudget.current()
        .map(budget -> (CharSequence) new InterruptibleText(text, budget))
        .orElse(text);
  }

  @Override
  public char charAt(int index) {
    if ((++reads & (CHECK_INTERVAL - 1)) == 0) {
      budget.check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new InterruptibleText(text.substring(from, to), budget);
  }

  @Override
  public String toString() {
    return text;
  }
}
