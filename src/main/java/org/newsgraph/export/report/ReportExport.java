package org.newsgraph.export.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.rows.ArticleFacts;

/**
 * Writes a report: one page with nothing outside of it.
 *
 * @param title of the page
 */
public record ReportExport(String title, Style style) implements Exporter {
  /** How a page is written. */
  @FunctionalInterface
  interface Style {
    void write(String title, List<ReportSection> sections, Writer out) throws IOException;
  }

  /** As HTML, with bars. */
  public static ReportExport html(String title) {
    return new ReportExport(title, new HtmlStyle());
  }

  /** As Markdown. */
  public static ReportExport markdown(String title) {
    return new ReportExport(title, new MarkdownStyle());
  }

  @Override
  public void write(DatasetSubset excerpt, Destination to) {
    Findings found = new Findings();
    ArticleFacts.forEach(excerpt, found::add);
    to.file(
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          style.write(title, Sections.of(found), writer);
          writer.flush();
        });
  }
}
