package org.newsgraph.export.report;

import java.util.List;

/**
 * A section of a report with one table.
 *
 * @param title heading of the section
 * @param note explanation of the figures; may be empty
 * @param headings column headings
 * @param rows cells of each row
 * @param bar index of the column whose numbers are drawn as bars; -1 for none
 */
record ReportSection(
    String title, String note, List<String> headings, List<List<String>> rows, int bar) {
  ReportSection {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }
}
