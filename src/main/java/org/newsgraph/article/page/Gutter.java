package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A gutter: a vertical strip without words between two columns that stand side by side.
 *
 * @param x a position in the gutter
 * @param from index of the first row beside it
 * @param to index after the last row beside it
 * @param lines number of lines of the shorter column
 */
record Gutter(double x, int from, int to, int lines) {
  /** Minimum width of a column, in units of its type size. */
  private static final double MIN_COLUMN_WIDTH = 6;

  /** Minimum gap between the words of a row at a gutter, in units of the type size. */
  private static final double MIN_GAP = 0.6;

  /** Maximum distance between the lines of a column, in units of the type size. */
  private static final double MAX_LEADING = 2.5;

  /** Number of lines from which a gutter can hardly be a coincidence. */
  private static final int MANY_LINES = 6;

  /** Ratio of a gutter to the spaces between the words beside it. */
  private static final double WIDER_THAN_SPACES = 1.5;

  /** Maximum number of positions that are tried; a page is not wider than this in points. */
  private static final int MAX_CANDIDATES = 1_000;

  /** Minimum share of a column's lines that start at the same position. */
  private static final double MIN_ALIGNED = 0.4;

  /** Returns the gutters between columns of these rows, from left to right. */
  static List<Gutter> find(List<PageRow> rows, double size) {
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

  /** Tests whether a row has text in the gutter's strip. */
  boolean isCrossedBy(PageRow row) {
    return crosses(row, x);
  }

  /** Returns positions just before words that may start a line of a right-hand column. */
  private static List<Double> candidates(List<PageRow> rows, double size) {
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
    return candidates.stream().limit(MAX_CANDIDATES).toList();
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
      lefts.add(row.before(x));
      rights.add(row.from(x));
    }
    if (next(lefts, 0, 1) == null || next(rights, 0, 1) == null) {
      return Optional.empty();
    }
    int from = lefts.indexOf(next(lefts, 0, 1));
    int to = rights.indexOf(next(rights, rights.size() - 1, -1));
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
    if (lines < MANY_LINES && !isWide(rows.subList(first + from, first + to), x)) {
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
    return lines >= MANY_LINES
        ? MIN_GAP
        : lines >= 3 ? 1 : lines >= 2 ? 1.5 : Double.POSITIVE_INFINITY;
  }

  /**
   * Tests whether the gap at a position is wider than the usual ones in each row. In a justified
   * line with few words, all spaces are wide.
   */
  private static boolean isWide(List<PageRow> rows, double x) {
    return rows.stream().allMatch(row -> row.gapAt(x) >= WIDER_THAN_SPACES * row.usualGapBeside(x));
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
