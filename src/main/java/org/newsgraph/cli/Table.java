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

/** Rows under headings, in columns as wide as their cells; cells are one line each. */
record Table(List<String> headings, List<List<String>> rows) {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /** The rows of a query's answer: names shortened by the query's prefixes, values as they are. */
  static Table of(ResultSet answer, PrefixMapping prefixes) {
    List<String> names = answer.getResultVars();
    List<List<String>> rows = new ArrayList<>();
    while (answer.hasNext()) {
      Binding row = answer.nextBinding();
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
   * @param width how many characters a line may have; without it, lines are as long as they need
   */
  void print(PrintStream out, OptionalInt width) {
    int[] widths = new int[headings.size()];
    fit(widths, headings);
    rows.forEach(row -> fit(widths, row));
    width.ifPresent(most -> narrow(widths, most));
    line(out, headings, widths);
    line(out, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    rows.forEach(row -> line(out, row, widths));
  }

  private static void fit(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], length(cells.get(i)));
    }
  }

  /** Takes from the widest column until all fit, or none has any more to give. */
  private static void narrow(int[] widths, int most) {
    int gaps = GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() + gaps > most) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths.length == 0 || widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  private static void line(PrintStream out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      line.append(i == 0 ? "" : GAP).append(cell);
      line.append(" ".repeat(widths[i] - length(cell)));
    }
    out.println(line.toString().stripTrailing());
  }

  private static String cut(String cell, int width) {
    return length(cell) <= width
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** How many characters a line of the terminal has; 120 where it does not say. */
  static OptionalInt terminalWidth() {
    String columns = System.getenv("COLUMNS");
    return OptionalInt.of(
        columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 120);
  }
}
