package org.newsgraph.export.report;

import java.util.List;

/**
 * A table of a report.
 *
 * @param note what the figures mean
 * @param rows their cells
 * @param bar the column whose numbers are drawn as bars; -1 for none
 */
record ReportSection(
    String title, String note, List<String> headings, List<List<String>> rows, int bar) {
  ReportSection {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }
}
