package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The words on one baseline, from left to right: a line of type in a column, or a row across all
 * columns of a page.
 *
 * @param words at least one word
 */
record PageRow(List<PageWord> words) {
  /** Maximum distance between the baselines of two words in a row, as a share of the type size. */
  private static final double SAME_BASELINE = 0.35;

  /** Gap below which two words are one, as a share of the type size. */
  private static final double NO_SPACE = 0.1;

  /** Gap that separates two texts in a row, as a share of the type size. */
  private static final double WIDE_SPACE = 1.5;

  PageRow {
    words = words.stream().sorted(Comparator.comparingDouble(PageWord::left)).toList();
  }

  /** Returns the rows of a page or column, from top to bottom. */
  static List<PageRow> of(List<PageWord> words) {
    List<PageWord> sorted =
        words.stream().sorted(Comparator.comparingDouble(PageWord::baseline)).toList();
    List<PageRow> rows = new ArrayList<>();
    List<PageWord> open = new ArrayList<>();
    for (PageWord word : sorted) {
      if (!open.isEmpty()) {
        PageWord before = open.get(open.size() - 1);
        double tolerance = SAME_BASELINE * Math.min(before.size(), word.size());
        if (word.baseline() - open.get(0).baseline() > tolerance) {
          rows.add(new PageRow(open));
          open.clear();
        }
      }
      open.add(word);
    }
    if (!open.isEmpty()) {
      rows.add(new PageRow(open));
    }
    return rows;
  }

  double left() {
    return words.get(0).left();
  }

  double right() {
    return words.stream().mapToDouble(PageWord::right).max().orElseThrow();
  }

  double baseline() {
    return words.get(0).baseline();
  }

  /** Returns the type size of most characters. */
  double size() {
    return TypeSizes.of(words);
  }

  boolean isBold() {
    return words.stream().allMatch(PageWord::bold);
  }

  /** Returns the words that pass a test as a row, or null if there are none. */
  PageRow only(Predicate<PageWord> test) {
    List<PageWord> some = words.stream().filter(test).toList();
    return some.isEmpty() ? null : new PageRow(some);
  }

  /** Returns the text, with a space between words. */
  String text() {
    StringBuilder text = new StringBuilder(words.get(0).text());
    for (int i = 1; i < words.size(); i++) {
      PageWord word = words.get(i);
      double gap = word.left() - words.get(i - 1).right();
      text.append(gap < NO_SPACE * word.size() ? "" : " ").append(word.text());
    }
    return text.toString();
  }

  /** Returns the texts that wide spaces separate. */
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= words.size(); i++) {
      boolean wide =
          i == words.size()
              || words.get(i).left() - words.get(i - 1).right() > WIDE_SPACE * words.get(i).size();
      if (wide) {
        segments.add(new PageRow(words.subList(begin, i)).text());
        begin = i;
      }
    }
    return segments;
  }
}
