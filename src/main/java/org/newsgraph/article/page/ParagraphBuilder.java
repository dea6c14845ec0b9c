package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsgraph.article.layout.Byline;

/**
 * Joins the lines of columns into paragraphs and headings. A paragraph starts at a change of type,
 * a gap, an indented line, or after a short last line; it may continue in the next column or on the
 * next page.
 */
final class ParagraphBuilder {
  /** Ratio to the usual line spacing from which a gap separates paragraphs. */
  private static final double GAP = 1.25;

  /** Usual line spacing of type that occurs too seldom to measure it, in units of its size. */
  private static final double DEFAULT_SPACING = 1.3;

  /** Minimum number of gaps from which the usual line spacing is measured. */
  private static final int MIN_GAPS = 3;

  /** Minimum and maximum indentation of a first line, in units of the type size. */
  private static final double MIN_INDENT = 0.5;

  private static final double MAX_INDENT = 5;

  /** Width that a space and the tolerance of a ragged margin take, in units of the type size. */
  private static final double SLACK = 0.8;

  /** Share of a column's width that an unfinished last line leaves free, in lists and addresses. */
  private static final double HALF_EMPTY = 0.4;

  private static final int MAX_BYLINE_LENGTH = 200;

  /** Maximum number of headings, captions or pull quotes that interrupt a paragraph. */
  private static final int MAX_INTERRUPTIONS = 3;

  /**
   * A line of a column.
   *
   * @param row words of the line
   * @param column number of the column, over all pages
   * @param left left edge of most lines of the column
   * @param right right edge of the column
   */
  private record Line(PageRow row, int column, double left, double right) {
    double room() {
      return right - row.right();
    }

    double firstWordWidth() {
      return row.words().get(0).right() - row.words().get(0).left();
    }

    boolean isIndented() {
      double indent = (row.left() - left) / row.size();
      return indent >= MIN_INDENT && indent <= MAX_INDENT;
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final Map<Long, Double> spacing = new HashMap<>();
  private final boolean indents;
  private final LineEndHyphens hyphens;

  private ParagraphBuilder(List<List<PageRow>> columns) {
    for (int column = 0; column < columns.size(); column++) {
      List<PageRow> rows = columns.get(column);
      double left = usualLeft(rows);
      double right = rows.stream().mapToDouble(PageRow::right).max().orElse(0);
      for (PageRow row : rows) {
        lines.add(new Line(row, column, left, right));
      }
    }
    measureSpacing();
    this.indents = lines.stream().filter(Line::isIndented).count() > 1;
    this.hyphens = new LineEndHyphens(lines.stream().map(line -> line.row.text()).toList());
  }

  /**
   * Returns the paragraphs and headings in reading order.
   *
   * @param columns lines of each column of all pages, in reading order
   */
  static List<TextBlock> blocks(List<List<PageRow>> columns) {
    ParagraphBuilder builder = new ParagraphBuilder(columns);
    return builder.withoutInterruptions(builder.blocks());
  }

  /** Returns the left edge of most lines of a column. A first line may be indented. */
  private static double usualLeft(List<PageRow> rows) {
    Map<Long, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(Math.round(row.left()), 1, Integer::sum));
    long best = counts.keySet().stream().findFirst().orElse(0L);
    for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
      best = entry.getValue() > counts.get(best) ? entry.getKey() : best;
    }
    return best;
  }

  /** Measures the median distance between the lines of each type size. */
  private void measureSpacing() {
    Map<Long, List<Double>> gaps = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PageRow row = lines.get(i).row;
      if (lines.get(i).column == lines.get(i - 1).column
          && TypeSizes.areSame(row.size(), lines.get(i - 1).row.size())) {
        gaps.computeIfAbsent(Math.round(row.size()), any -> new ArrayList<>())
            .add(row.baseline() - lines.get(i - 1).row.baseline());
      }
    }
    gaps.forEach(
        (size, all) -> {
          if (all.size() >= MIN_GAPS) {
            spacing.put(size, all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow());
          }
        });
  }

  private List<TextBlock> blocks() {
    List<TextBlock> blocks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      PageRow row = lines.get(i).row;
      if (i > 0 && startsBlock(lines.get(i - 1), lines.get(i), text)) {
        blocks.add(block(text, lines.get(i - 1).row));
        text.setLength(0);
      }
      hyphens.append(text, row.text());
    }
    if (!text.isEmpty()) {
      blocks.add(block(text, lines.get(lines.size() - 1).row));
    }
    return blocks;
  }

  private static TextBlock block(StringBuilder text, PageRow last) {
    return new TextBlock(text.toString(), last.size(), last.isBold());
  }

  private boolean startsBlock(Line before, Line line, StringBuilder text) {
    if (!TypeSizes.areSame(before.row.size(), line.row.size())
        || (before.row.isBold() != line.row.isBold())) {
      return true;
    }
    boolean finished = LineBreaks.isFinished(text);
    boolean isShort = before.room() > line.firstWordWidth() + SLACK * line.row.size();
    boolean continued = !finished && LineBreaks.startsInLowerCase(line.row.text());
    if (before.column != line.column) {
      if (!finished || LineBreaks.isQuotationOpen(text)) {
        return !continued && isShort && !finished && !line.isIndented() && isSparse(before);
      }
      return line.isIndented() || isShort || !indents;
    }
    double usual =
        spacing.getOrDefault(Math.round(line.row.size()), DEFAULT_SPACING * line.row.size());
    if (line.row.baseline() - before.row.baseline() > GAP * usual) {
      return true;
    }
    if (continued) {
      return false;
    }
    if (text.length() <= MAX_BYLINE_LENGTH && Byline.isByline(text.toString())) {
      return true;
    }
    return (line.isIndented() && (finished || isShort || !before.isIndented()))
        || (isShort && (finished || isSparse(before)));
  }

  private static boolean isSparse(Line line) {
    return line.room() > HALF_EMPTY * (line.right - line.left);
  }

  /**
   * Joins the halves of a paragraph that a heading, caption or pull quote in other type interrupts.
   * The interruption follows the paragraph.
   */
  private List<TextBlock> withoutInterruptions(List<TextBlock> blocks) {
    List<TextBlock> joined = new ArrayList<>(blocks);
    for (int i = 0; i < joined.size(); i++) {
      TextBlock block = joined.get(i);
      for (int next = i + 1; next < joined.size() && next <= i + 1 + MAX_INTERRUPTIONS; next++) {
        TextBlock other = joined.get(next);
        boolean alike =
            TypeSizes.areSame(block.size(), other.size()) && block.bold() == other.bold();
        if (!alike) {
          continue;
        }
        if (next > i + 1
            && !LineBreaks.isFinished(block.text())
            && LineBreaks.startsInLowerCase(other.text())) {
          StringBuilder text = new StringBuilder(block.text());
          hyphens.append(text, other.text());
          joined.set(i, new TextBlock(text.toString(), block.size(), block.bold()));
          joined.remove(next);
          i--;
        }
        break;
      }
    }
    return joined;
  }
}
