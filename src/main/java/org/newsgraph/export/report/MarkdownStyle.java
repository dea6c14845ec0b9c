package org.newsgraph.export.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a report as Markdown, with tables in the syntax of GitHub and Pandoc. */
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

  /** Joins a text to one line, and escapes characters with a meaning in Markdown or HTML. */
  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|#&]", "\\\\$0");
  }
}
