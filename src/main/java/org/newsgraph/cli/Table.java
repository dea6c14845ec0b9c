package org.newsgraph.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.engine.binding.Binding;

/** A text table with headings. Columns are as wide as their cells; each cell is one line. */
record Table(List<String> headings, List<List<String>> rows) {
  private static final String GAP = "  ";

  /** Minimum width of a column that is shortened, in characters. */
  private static final int MIN_WIDTH = 8;

  /** Returns the result of a query, with IRIs abbreviated by the prefixes of the query. */
  static Table of(ResultSet result, PrefixMapping prefixes) {
    List<String> names = result.getResultVars();
    List<List<String>> rows = new ArrayList<>();
    while (result.hasNext()) {
      Binding row = result.nextBinding();
      rows.add(names.stream().map(name -> cell(row.get(name), prefixes)).toList());
    }
    return new Table(names, rows);
  }

  private static String cell(Node value, PrefixMapping prefixes) {
    if (value == null) {
      return "";
    }
    String text =
        value.isURI()
            ? prefixes.shortForm(value.getURI())
            : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    return text.strip().replaceAll("\\s+", " ");
  }

  /**
   * Prints the table.
   *
   * @param width maximum length of a line, in characters; if empty, lines are not shortened
   */
  void print(PrintStream out, OptionalInt width) {
    int[] widths = new int[headings.size()];
    fit(widths, headings);
    rows.forEach(row -> fit(widths, row));
    width.ifPresent(max -> narrow(widths, max));
    line(out, headings, widths);
    line(out, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    rows.forEach(row -> line(out, row, widths));
  }

  private static void fit(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(cells.get(i)));
    }
  }

  /** Narrows the widest column until all fit, or until all have the minimum width. */
  private static void narrow(int[] widths, int max) {
    int gaps = GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() + gaps > max) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths.length == 0 || widths[widest] <= MIN_WIDTH) {
        return;
      }
      widths[widest]--;
    }
  }

  private static void line(PrintStream out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = shorten(cells.get(i), widths[i]);
      line.append(i == 0 ? "" : GAP).append(cell);
      line.append(" ".repeat(widths[i] - length(cell)));
    }
    out.println(line.toString().stripTrailing());
  }

  private static String shorten(String cell, int width) {
    return length(cell) <= width
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** Returns the width of the terminal, in characters: the variable COLUMNS, by default 120. */
  static OptionalInt terminalWidth() {
    String columns = System.getenv("COLUMNS");
    return OptionalInt.of(
        columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 120);
  }
}
