package org.newsgraph.io;

/**
 * Keeps spreadsheets from taking a cell of a CSV file for a formula, as OWASP advises under "CSV
 * injection": such a text gets an apostrophe before it.
 */
public final class FormulaGuard {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private FormulaGuard() {}

  /** Returns the text, with an apostrophe before it if a spreadsheet would run it. */
  public static String guard(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** Returns the text that {@link #guard} was given. */
  public static String unguard(String cell) {
    return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
  }

  /** Ignores leading apostrophes, so that every guarded text can be read back. */
  private static boolean isFormula(String text) {
    String bare = text.replaceFirst("^'+", "");
    return !bare.isEmpty() && FORMULA_STARTS.indexOf(bare.charAt(0)) >= 0;
  }
}
