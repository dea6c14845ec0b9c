package org.newsgraph.export.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Markdown, with tables as GitHub and Pandoc read them. */
final class MarkdownStyle implements ReportExport.Style {
  @Override
  public void write(String title, List<ReportSection> sections, Writer out) throws IOException {
    out.write("# " + cell(title) + "\n");
    for (ReportSection section : sections) {
      out.write("\n## " + section.title() + "\n\n");
      if (!section.note().isEmpty()) {
        out.write(section.note() + "\n\n");
      }
      line(section.headings(), out);
      line(section.headings().stream().map(it -> "---").toList(), out);
      for (List<String> row : section.rows()) {
        line(row.stream().map(MarkdownStyle::cell).toList(), out);
      }
    }
  }

  private static void line(List<String> cells, Writer out) throws IOException {
    out.write("| " + String.join(" | ", cells) + " |\n");
  }

  /** On one line, with nothing that Markdown or HTML would take for its own. */
  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|#&]", "\\\\$0");
  }
}
