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
 * Exports a report as one self-contained page.
 *
 * @param title title of the page
 * @param style writer of the file format
 */
public record ReportExport(String title, Style style) implements Exporter {
  /** A file format for reports. */
  @FunctionalInterface
  interface Style {
    void write(String title, List<ReportSection> sections, Writer out) throws IOException;
  }

  /** Returns an exporter of HTML with bar charts. */
  public static ReportExport html(String title) {
    return new ReportExport(title, new HtmlStyle());
  }

  /** Returns an exporter of Markdown. */
  public static ReportExport markdown(String title) {
    return new ReportExport(title, new MarkdownStyle());
  }

  @Override
  public void write(DatasetSubset subset, Destination to) {
    Findings found = new Findings();
    ArticleFacts.forEach(subset, found::add);
    to.file(
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          style.write(title, Sections.of(found), writer);
          writer.flush();
        });
  }
}
