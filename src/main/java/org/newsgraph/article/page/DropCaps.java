package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Joins drop caps, large initials at the start of an article, with the rest of their words. */
final class DropCaps {
  /** Minimum size of a drop cap, relative to the type of the body. */
  private static final double MIN_SIZE = 1.8;

  /** Maximum gap between a drop cap and the text beside it, in units of the body's type size. */
  private static final double MAX_GAP = 1.5;

  /** Height of a capital, in units of its type size. */
  private static final double CAP_HEIGHT = 0.72;

  private DropCaps() {}

  /** Returns the words of a page, with each drop cap as the first letter of its word. */
  static List<PageWord> merged(List<PageWord> words, double bodySize) {
    List<PageWord> merged = new ArrayList<>(words);
    for (PageWord cap : words) {
      if (isDropCap(cap, bodySize)) {
        rest(cap, words, bodySize)
            .ifPresent(
                rest -> {
                  merged.remove(cap);
                  merged.set(merged.indexOf(rest), joined(cap, rest));
                });
      }
    }
    return merged;
  }

  private static boolean isDropCap(PageWord word, double bodySize) {
    int last = word.text().codePointBefore(word.text().length());
    return word.size() >= MIN_SIZE * bodySize
        && word.text().length() <= 2
        && Character.isUpperCase(last);
  }

  /** Returns the first word of the uppermost line of body type beside a drop cap. */
  private static Optional<PageWord> rest(PageWord cap, List<PageWord> words, double bodySize) {
    return words.stream()
        .filter(word -> word.size() < MIN_SIZE * bodySize)
        .filter(word -> word.baseline() > cap.baseline() - CAP_HEIGHT * cap.size() + bodySize / 4)
        .filter(word -> word.baseline() < cap.baseline() - bodySize / 2)
        .filter(word -> word.left() >= cap.right() - bodySize / 2)
        .filter(word -> word.left() <= cap.right() + MAX_GAP * bodySize)
        .min(Comparator.comparingDouble(PageWord::baseline));
  }

  /** Returns the joined word. It keeps the left edge of the lines beside the drop cap. */
  private static PageWord joined(PageWord cap, PageWord rest) {
    return new PageWord(
        cap.text() + rest.text(),
        rest.left(),
        rest.right(),
        rest.baseline(),
        rest.size(),
        rest.bold());
  }
}
