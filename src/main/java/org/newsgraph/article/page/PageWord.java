package org.newsgraph.article.page;

/**
 * A word on a printed page. Lengths are in points; the vertical axis points down.
 *
 * @param text characters of the word, without white space
 * @param left left edge
 * @param right right edge; not less than {@code left}
 * @param baseline distance of the baseline from the top of the page
 * @param size size of the type
 * @param bold whether the type is bold
 */
public record PageWord(
    String text, double left, double right, double baseline, double size, boolean bold) {
  public PageWord {
    if (!(right >= left && size > 0)) {
      throw new IllegalArgumentException("invalid box of a word: " + left + "," + right);
    }
  }
}
