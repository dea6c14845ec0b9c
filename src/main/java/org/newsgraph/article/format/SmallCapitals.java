package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads small capitals that a program imitates with capitals in smaller type as lower case: "ANN
 * ROE" with large initials is "Ann Roe". A word without a large initial counts only on a line on
 * which another word has one, because acronyms are set in smaller type as well.
 */
final class SmallCapitals {
  /** Minimum and maximum size of small capitals, relative to the initials beside them. */
  private static final double MIN_SIZE = 0.6;

  private static final double MAX_SIZE = 0.9;

  /** Difference up to which two sizes or baselines are the same, as a share of the size. */
  private static final double TOLERANCE = 0.02;

  /** A small capital of the last word that had a large initial, or null if there is none. */
  private TextPosition last;

  /** Returns the text of a word, with its small capitals in lower case. */
  String read(String word, List<TextPosition> glyphs) {
    if (!anyLetter(glyphs, Character::isUpperCase) || anyLetter(glyphs, Character::isLowerCase)) {
      return word;
    }
    TextPosition end = glyphs.get(glyphs.size() - 1);
    int rest = word.offsetByCodePoints(0, 1);
    if (hasLargeInitial(glyphs)) {
      last = end;
      return word.substring(0, rest) + word.substring(rest).toLowerCase(Locale.ROOT);
    }
    boolean isSmall = last != null && glyphs.stream().allMatch(it -> isLike(it, last));
    return isSmall ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static boolean hasLargeInitial(List<TextPosition> glyphs) {
    TextPosition initial = glyphs.get(0);
    TextPosition end = glyphs.get(glyphs.size() - 1);
    double ratio = end.getYScale() / initial.getYScale();
    List<TextPosition> rest = glyphs.subList(1, glyphs.size());
    return ratio >= MIN_SIZE
        && ratio <= MAX_SIZE
        && anyLetter(rest, Character::isUpperCase)
        && rest.stream().allMatch(it -> isLike(it, end));
  }

  /** Tests whether two characters have the same size and baseline. */
  private static boolean isLike(TextPosition left, TextPosition right) {
    double tolerance = TOLERANCE * right.getYScale();
    return Math.abs(left.getYScale() - right.getYScale()) <= tolerance
        && Math.abs(left.getYDirAdj() - right.getYDirAdj()) <= tolerance;
  }

  private static boolean anyLetter(List<TextPosition> glyphs, IntPredicate test) {
    return glyphs.stream().flatMapToInt(it -> it.getUnicode().codePoints()).anyMatch(test);
  }
}
