package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  /** Maximum number of words on a page that is searched for columns; a broadsheet has fewer. */
  private static final int MAX_WORDS = 6_000;

  /** Minimum size of a heading, relative to the type of the body. */
  private static final double MIN_HEADING_SIZE = 1.2;

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
    List<Gutter> gutters = Gutter.find(rows, size);
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
    divide(rows.subList(0, gutter.from()), columns);
    List<PageRow> beside = rows.subList(gutter.from(), gutter.to());
    divide(side(beside, word -> word.left() < gutter.x()), columns);
    divide(side(beside, word -> word.left() >= gutter.x()), columns);
    divide(rows.subList(gutter.to(), rows.size()), columns);
  }

  private static List<PageRow> side(List<PageRow> rows, Predicate<PageWord> test) {
    // The rows are built anew, because the columns of a page need not share their baselines.
    return PageRow.of(rows.stream().flatMap(row -> row.words().stream()).filter(test).toList());
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
          && gutters.stream().anyMatch(gutter -> gutter.isCrossedBy(row))) {
        return i;
      }
    }
    return 0;
  }
}
