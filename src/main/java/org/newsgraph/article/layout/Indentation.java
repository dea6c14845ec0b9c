package org.newsgraph.article.layout;

import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * White space before a paragraph, which sets it off as a block quotation. Readers of markup write
 * it; in plain text it is often there.
 */
public final class Indentation {
  /** Indentation of a paragraph of a block quotation. */
  public static final String BLOCK_QUOTATION = "    ";

  private Indentation() {}

  /** Tests whether the first line of a paragraph is indented as far as a block quotation. */
  public static boolean isIndented(Text text, Span paragraph) {
    int at = paragraph.begin() - 1;
    int width = 0;
    while (at >= 0 && !isLineEnd(text.codePointAt(at)) && Text.isSpace(text.codePointAt(at))) {
      width += text.codePointAt(at) == '\t' ? BLOCK_QUOTATION.length() : 1;
      at--;
    }
    return width >= BLOCK_QUOTATION.length();
  }

  private static boolean isLineEnd(int codePoint) {
    return codePoint == '\n' || codePoint == '\r';
  }
}
