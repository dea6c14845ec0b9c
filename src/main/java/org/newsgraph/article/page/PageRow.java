package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words on one baseline, from left to right: a line of type in a column, or a row across all
 * columns of a page.
 */
final class PageRow {
  /** Maximum distance between the baselines of two words in a row, as a share of the type size. */
  private static final double SAME_BASELINE = 0.35;

  /** Gap below which two words are one, as a share of the type size. */
  private static final double NO_SPACE = 0.1;

  /** Gap that separates two texts in a row, as a share of the type size. */
  private static final double WIDE_SPACE = 1.5;

  private final List<PageWord> words;

  /** Size of most characters, or 0 if it has not been computed yet. */
  private double size;

  /** Creates a row of at least one word, from left to right. */
  private PageRow(List<PageWord> words) {
    this.words = words;
  }

  private static PageRow sorted(List<PageWord> words) {
    return new PageRow(words.stream().sorted(Comparator.comparingDouble(PageWord::left)).toList());
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
          rows.add(sorted(open));
          open.clear();
        }
      }
      open.add(word);
    }
    if (!open.isEmpty()) {
      rows.add(sorted(open));
    }
    return rows;
  }

  /** Returns the words, of which there is at least one, from left to right. */
  List<PageWord> words() {
    return words;
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
    if (size == 0) {
      size = TypeSizes.of(words);
    }
    return size;
  }

  boolean isBold() {
    return words.stream().allMatch(PageWord::bold);
  }

  /** Returns the words that start before a position as a row, or null if there are none. */
  PageRow before(double x) {
    int end = indexAt(x);
    return end == 0 ? null : new PageRow(words.subList(0, end));
  }

  /** Returns the words that start at or after a position as a row, or null if there are none. */
  PageRow from(double x) {
    int begin = indexAt(x);
    return begin == words.size() ? null : new PageRow(words.subList(begin, words.size()));
  }

  /** Returns the index of the first word that starts at or after a position. */
  private int indexAt(double x) {
    int at = 0;
    while (at < words.size() && words.get(at).left() < x) {
      at++;
    }
    return at;
  }

  /**
   * Returns the width of the gap before the first word that starts at or after a position, or
   * infinity if words stand only on one side of it.
   */
  double gapAt(double x) {
    int at = indexAt(x);
    return at == 0 || at == words.size() ? Double.POSITIVE_INFINITY : gapBefore(at);
  }

  /** Returns the median width of the gaps between words other than the one at a position. */
  double usualGapBeside(double x) {
    int at = indexAt(x);
    double[] gaps =
        IntStream.range(1, words.size())
            .filter(i -> i != at)
            .mapToDouble(this::gapBefore)
            .sorted()
            .toArray();
    return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
  }

  private double gapBefore(int at) {
    return words.get(at).left() - words.get(at - 1).right();
  }

  /** Returns the text, with a space between words. */
  String text() {
    StringBuilder text = new StringBuilder(words.get(0).text());
    for (int i = 1; i < words.size(); i++) {
      PageWord word = words.get(i);
      text.append(gapBefore(i) < NO_SPACE * word.size() ? "" : " ").append(word.text());
    }
    return text.toString();
  }

  /** Returns the texts that wide spaces separate. */
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= words.size(); i++) {
      boolean wide = i == words.size() || gapBefore(i) > WIDE_SPACE * words.get(i).size();
      if (wide) {
        segments.add(new PageRow(words.subList(begin, i)).text());
        begin = i;
      }
    }
    return segments;
  }
}
