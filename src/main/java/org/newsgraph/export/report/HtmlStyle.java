package org.newsgraph.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;

/** Writes a report as HTML with an embedded style sheet and no script. */
final class HtmlStyle implements ReportExport.Style {
  @Override
  public void write(String title, List<ReportSection> sections, Writer out) throws IOException {
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.write("<title>" + Entities.escape(title) + "</title>\n<style>\n");
    try (InputStream style = HtmlStyle.class.getResourceAsStream("report.css")) {
      out.write(new String(style.readAllBytes(), StandardCharsets.UTF_8));
    }
    out.write("</style>\n</head>\n<body>\n<h1>" + Entities.escape(title) + "</h1>\n");
    for (ReportSection section : sections) {
      write(section, out);
    }
    out.write("<footer>Made by Newsgraph.</footer>\n</body>\n</html>\n");
  }

  private static void write(ReportSection section, Writer out) throws IOException {
    out.write("<section>\n<h2>" + Entities.escape(section.title()) + "</h2>\n");
    if (!section.note().isEmpty()) {
      out.write("<p>" + Entities.escape(section.note()) + "</p>\n");
    }
    out.write("<table>\n<thead><tr>");
    for (String heading : section.headings()) {
      out.write("<th scope=\"col\">" + Entities.escape(heading) + "</th>");
    }
    out.write("</tr></thead>\n<tbody>\n");
    double largest =
        section.bar() < 0
            ? 1
            : section.rows().stream()
                .mapToInt(row -> number(row.get(section.bar())))
                .max()
                .orElse(1);
    for (List<String> row : section.rows()) {
      out.write("<tr>");
      for (int i = 0; i < row.size(); i++) {
        out.write(
            i == section.bar()
                ? bar(row.get(i), number(row.get(i)) / Math.max(1, largest))
                : "<td>" + Entities.escape(row.get(i)) + "</td>");
      }
      out.write("</tr>\n");
    }
    out.write("</tbody>\n</table>\n</section>\n");
  }

  private static String bar(String cell, double share) {
    return String.format(
        Locale.ROOT,
        "<td class=\"bar\"><span style=\"width:%.1f%%\"></span>%s</td>",
        60 * share,
        Entities.escape(cell));
  }

  private static int number(String cell) {
    return Integer.parseInt(cell.replace(",", ""));
  }
}
