package org.newsgraph.serve.sparql.budget;

import java.util.List;
import org.apache.jena.sparql.expr.NodeValue;
import org.newsgraph.serve.sparql.budget.BudgetExceededException.Limit;

/** Limits on the length of texts in expressions. */
final class TextLimits {
  /** Maximum length of a text that an expression makes, in UTF-16 code units. */
  static final int MAX_TEXT = 4 << 20;

  /** Length from which a text counts as memory that the query may hold, in UTF-16 code units. */
  private static final int LONG_TEXT = 1 << 14;

  private static final long MAX_SEARCH_STEPS = 1_000_000_000;

  private TextLimits() {}

  /** Returns the length of a value if it is a text, otherwise 0. */
  static int length(NodeValue value) {
    return value.isString() || value.isLangString() ? lexicalLength(value) : 0;
  }

  /** Returns the length of the lexical form of a literal; 0 for other values. */
  static int lexicalLength(NodeValue value) {
    return value.hasNode() && value.getNode().isLiteral()
        ? value.getNode().getLiteralLexicalForm().length()
        : value.isString() ? value.getString().length() : 0;
  }

  /**
   * Checks the length of a text that is about to be made.
   *
   * @throws BudgetExceededException if it is longer than {@link #MAX_TEXT}
   */
  static void requireLength(long length) {
    if (length > MAX_TEXT) {
      throw new BudgetExceededException(Limit.TEXT);
    }
  }

  /** Checks the length of a text as {@link #requireLength} does, and counts its memory. */
  static void require(long length) {
    requireLength(length);
    if (length > LONG_TEXT) {
      QueryBudget.retainCurrent(length);
    }
  }

  /**
   * Checks the arguments of a search for a text in another one, which can take as many steps as the
   * product of their lengths.
   *
   * @throws BudgetExceededException if that takes more than about a second
   */
  static void requireSearch(NodeValue text, NodeValue searched) {
    if ((long) length(text) * length(searched) > MAX_SEARCH_STEPS) {
      throw new BudgetExceededException(Limit.TEXT);
    }
  }

  /** Checks the length of the concatenation of texts, as {@link #require} does. */
  static void requireTotal(List<NodeValue> texts) {
    long total = 0;
    for (NodeValue text : texts) {
      total += length(text);
    }
    require(total);
  }
}
