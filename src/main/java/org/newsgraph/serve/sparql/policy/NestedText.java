package org.newsgraph.serve.sparql.policy;

/** The depth of brackets in the text of a literal, such as a geometry or JSON. */
public final class NestedText {
  /** Maximum number of nested brackets; a collection of multi-polygons has five. */
  public static final int MAX_DEPTH = 50;

  private NestedText() {}

  /**
   * Tests whether brackets are nested deeper than {@link #MAX_DEPTH}. Jena parses the text of a
   * literal when it makes the node; for geometries this takes quadratic time and recurses.
   */
  public static boolean isTooDeep(CharSequence text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        if (++depth > MAX_DEPTH) {
          return true;
        }
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
    }
    return false;
  }
}
