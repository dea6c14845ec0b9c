package org.newsgraph.article.page;

/** Properties of a text at the end of a printed line, by which it may or may not continue. */
final class LineBreaks {
  private static final String CLOSING = "\"'”’»“)]";

  private LineBreaks() {}

  /** Tests whether a text ends like a sentence or its introduction. */
  static boolean isFinished(CharSequence text) {
    int at = text.length() - 1;
    while (at > 0 && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && ".!?…:".indexOf(text.charAt(at)) >= 0;
  }

  /** Tests whether the first letter of a text is in lower case. */
  static boolean startsInLowerCase(String text) {
    return text.codePoints().findFirst().stream().anyMatch(Character::isLowerCase);
  }

  /** Tests whether a quotation in curly quotation marks is still open at the end of a text. */
  static boolean isQuotationOpen(CharSequence text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '“' ? 1 : text.charAt(i) == '”' ? -1 : 0;
    }
    return depth > 0;
  }
}
