package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Divides a page into columns, in the order in which they are read: from left to right, below a
 * heading that spans them. Only the positions of the words count, not the order in which the page
 * was drawn.
 *
 * <p>A gutter is a vertical strip without words between two texts that stand side by side. The
 * gutter with the most lines beside it divides the page first; the parts are divided in the same
 * way. Rows that cross a gutter, such as headings, end the columns above it.
 */
final class ReadingOrder {
  /** Maximum number of words on a page that is searched for columns. */
  private static final int MAX_WORDS = 20_000;

  /** Minimum width of a column, in units of its type size. */
  private static final double MIN_COLUMN_WIDTH = 6;

  /** Minimum gap between the words of a row at a gutter, in units of the type size. */
  private static final double MIN_GAP = 0.6;

  /** Maximum distance between the lines of a column, in units of the type size. */
  private static final double MAX_LEADING = 2.5;

  /** Minimum size of a heading, relative to the type of the body. */
  private static final double MIN_HEADING_SIZE = 1.2;

  /** Minimum share of a column's lines that start at the same position. */
  private static final double MIN_ALIGNED = 0.4;

  private ReadingOrder() {}

  /** Returns the lines of each column of a page. */
  static List<List<PageRow>> columns(List<PageWord> words) {
    List<List<PageRow>> columns = new ArrayList<>();
    List<PageRow> rows = PageRow.of(words);
    if (words.size() > MAX_WORDS) {
      columns.add(rows);
    } else {
      divide(rows, columns);
    }
    return columns;
  }

  private static void divide(List<PageRow> rows, List<List<PageRow>> columns) {
    if (rows.isEmpty()) {
      return;
    }
    double size = TypeSizes.of(rows.stream().flatMap(row -> row.words().stream()).toList());
    List<Gutter> gutters = gutters(rows, size);
    int section = sectionStart(rows, gutters, size);
    if (gutters.isEmpty()) {
      columns.add(rows);
      return;
    }
    if (section > 0) {
      divide(rows.subList(0, section), columns);
      divide(rows.subList(section, rows.size()), columns);
      return;
    }
    Gutter gutter = gutters.stream().max(Comparator.comparingInt(Gutter::lines)).orElseThrow();
    divide(rows.subList(0, gutter.from), columns);
    List<PageRow> beside = rows.subList(gutter.from, gutter.to);
    divide(side(beside, word -> word.left() < gutter.x), columns);
    divide(side(beside, word -> word.left() >= gutter.x), columns);
    divide(rows.subList(gutter.to, rows.size()), columns);
  }

  private static List<PageRow> side(List<PageRow> rows, Predicate<PageWord> test) {
    // The rows are built anew, because the columns of a page need not share their baselines.
    return PageRow.of(rows.stream().flatMap(row -> row.words().stream()).filter(test).toList());
  }

  /**
   * A gutter beside consecutive rows.
   *
   * @param x a position in the gutter
   * @param from index of the first row beside it
   * @param to index after the last row beside it
   * @param lines number of lines of the shorter column
   */
  private record Gutter(double x, int from, int to, int lines) {}

  private static List<Gutter> gutters(List<PageRow> rows, double size) {
    List<Gutter> gutters = new ArrayList<>();
    for (double x : candidates(rows, size)) {
      for (int from = 0; from < rows.size(); from++) {
        int to = from;
        while (to < rows.size() && !crosses(rows.get(to), x)) {
          to++;
        }
        if (to > from) {
          gutter(rows, x, from, to, size).ifPresent(gutters::add);
          from = to;
        }
      }
    }
    return gutters;
  }

  /**
   * Returns the index of the first heading that spans columns and has no text beside it, so that
   * all columns end above it. Returns 0 if there is none.
   */
  private static int sectionStart(List<PageRow> rows, List<Gutter> gutters, double size) {
    for (int i = 1; i < rows.size(); i++) {
      PageRow row = rows.get(i);
      boolean isHeading = row.size() >= MIN_HEADING_SIZE * size;
      if (isHeading
          && row.baseline() - rows.get(i - 1).baseline() >= row.size()
          && gutters.stream().anyMatch(gutter -> crosses(row, gutter.x))) {
        return i;
      }
    }
    return 0;
  }

  /** Returns positions just before words that may start a line of a right-hand column. */
  private static Iterable<Double> candidates(List<PageRow> rows, double size) {
    TreeSet<Double> candidates = new TreeSet<>();
    double left = rows.stream().mapToDouble(PageRow::left).min().orElseThrow();
    for (PageRow row : rows) {
      double end = left + MIN_COLUMN_WIDTH * size / 2;
      for (PageWord word : row.words()) {
        if (word.left() - end >= MIN_GAP * word.size()) {
          candidates.add((double) Math.round(word.left() - MIN_GAP * size / 4));
        }
        end = Math.max(end, word.right());
      }
    }
    return candidates;
  }

  private static boolean crosses(PageRow row, double x) {
    double end = Double.NEGATIVE_INFINITY;
    for (PageWord word : row.words()) {
      if (word.left() >= x) {
        return word.left() - end < MIN_GAP * Math.min(row.size(), word.size());
      }
      end = Math.max(end, word.right());
      if (end > x) {
        return true;
      }
    }
    return false;
  }

  /** Returns the gutter at a position, if the rows beside it are two columns. */
  private static Optional<Gutter> gutter(
      List<PageRow> rows, double x, int first, int end, double size) {
    List<PageRow> lefts = new ArrayList<>();
    List<PageRow> rights = new ArrayList<>();
    for (PageRow row : rows.subList(first, end)) {
      lefts.add(row.only(word -> word.left() < x));
      rights.add(row.only(word -> word.left() >= x));
    }
    int from = firstPresent(lefts);
    int to = lastPresent(rights);
    if (next(lefts, 0, 1) == null || next(rights, 0, 1) == null) {
      return Optional.empty();
    }
    // Rows above the left column or below the right one belong to the other column, unless a gap
    // separates them from it.
    for (PageRow below = next(rights, from, 1);
        from > 0 && isAttached(rights.get(from - 1), below, size);
        from--) {
      below = rights.get(from - 1);
    }
    for (PageRow above = next(lefts, to, -1);
        to + 1 < lefts.size() && isAttached(above, lefts.get(to + 1), size);
        to++) {
      above = lefts.get(to + 1);
    }
    to++;
    if (from >= to) {
      return Optional.empty();
    }
    List<PageRow> left = present(lefts.subList(from, to));
    List<PageRow> right = present(rights.subList(from, to));
    int lines = Math.min(beside(left, right), beside(right, left));
    if (lines == 0 || !isColumn(left) || !isColumn(right) || !isAligned(right)) {
      return Optional.empty();
    }
    double width =
        right.stream().mapToDouble(PageRow::left).min().orElseThrow()
            - left.stream().mapToDouble(PageRow::right).max().orElseThrow();
    return width >= minWidth(lines) * size
        ? Optional.of(new Gutter(x, first + from, first + to, lines))
        : Optional.empty();
  }

  /**
   * Returns the minimum width of a gutter, in units of the type size. The more lines end before it,
   * the less it can be a coincidence.
   */
  private static double minWidth(int lines) {
    return lines >= 6 ? MIN_GAP : lines >= 3 ? 1 : lines >= 2 ? 1.5 : Double.POSITIVE_INFINITY;
  }

  private static boolean isAttached(PageRow above, PageRow below, double size) {
    return above != null
        && below != null
        && below.baseline() - above.baseline() <= MAX_LEADING * size;
  }

  /** Returns the number of rows between the first and the last row of another column. */
  private static int beside(List<PageRow> rows, List<PageRow> other) {
    if (rows.isEmpty() || other.isEmpty()) {
      return 0;
    }
    double top = other.get(0).baseline() - other.get(0).size();
    double bottom = other.get(other.size() - 1).baseline() + other.get(0).size();
    return (int)
        rows.stream().filter(row -> row.baseline() >= top && row.baseline() <= bottom).count();
  }

  private static boolean isColumn(List<PageRow> rows) {
    return rows.stream().anyMatch(row -> row.right() - row.left() >= MIN_COLUMN_WIDTH * row.size());
  }

  /**
   * Tests whether enough lines start at the same position, unlike words behind wide spaces that
   * happen to be below each other.
   */
  private static boolean isAligned(List<PageRow> rows) {
    Map<Long, Integer> counts = new HashMap<>();
    for (PageRow row : rows) {
      counts.merge((long) Math.floor(row.left() / 2), 1, Integer::sum);
      counts.merge((long) -Math.floor(row.left() / 2 + 0.5), 1, Integer::sum);
    }
    int most = Collections.max(counts.values());
    return most > 1 && most >= MIN_ALIGNED * rows.size();
  }

  private static List<PageRow> present(List<PageRow> rows) {
    return rows.stream().filter(Objects::nonNull).toList();
  }

  private static int firstPresent(List<PageRow> rows) {
    return rows.indexOf(next(rows, 0, 1));
  }

  private static int lastPresent(List<PageRow> rows) {
    return rows.lastIndexOf(next(rows, rows.size() - 1, -1));
  }

  /** Returns the first row that is not null, from an index in a direction, or null. */
  private static PageRow next(List<PageRow> rows, int from, int step) {
    for (int i = from; i >= 0 && i < rows.size(); i += step) {
      if (rows.get(i) != null) {
        return rows.get(i);
      }
    }
    return null;
  }
}
