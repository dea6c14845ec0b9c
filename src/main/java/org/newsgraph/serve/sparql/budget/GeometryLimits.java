package org.newsgraph.serve.sparql.budget;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Limits on geometries and other nested literals. GeoSPARQL reads and intersects long or deeply
 * nested geometries in quadratic time, without a way to stop.
 */
final class GeometryLimits {
  /** Maximum length of the text of a geometry, in UTF-16 code units: about 4,000 points. */
  private static final int MAX_LENGTH = 100_000;

  private static final int MAX_DEPTH = 50;

  private GeometryLimits() {}

  /**
   * Checks an argument of a function of GeoSPARQL.
   *
   * @throws ExprEvalException if it is too long or nested too deeply
   */
  static void require(NodeValue geometry) {
    if (TextLimits.lexicalLength(geometry) > MAX_LENGTH) {
      throw new ExprEvalException("the geometry is longer than " + MAX_LENGTH + " characters");
    }
    requireShallow(geometry);
  }

  /**
   * Checks the brackets in a literal.
   *
   * @throws ExprEvalException if it is nested too deeply
   */
  static void requireShallow(NodeValue literal) {
    if (TextLimits.lexicalLength(literal) == 0) {
      return;
    }
    String text = literal.asNode().getLiteralLexicalForm();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{' || c == '<') {
        depth++;
        if (depth > MAX_DEPTH) {
          throw new ExprEvalException("nested more than " + MAX_DEPTH + " levels deep");
        }
      } else if (c == ')' || c == ']' || c == '}' || c == '>') {
        depth--;
      }
    }
  }
}
