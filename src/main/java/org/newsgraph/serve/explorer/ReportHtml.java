package org.newsgraph.serve.explorer;

import java.util.List;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.statement.ReportView;
import org.newsgraph.serve.page.Html;

/** Renders reports of speech acts as a list, separate from statements. */
record ReportHtml(Iris iris) {
  private static final int MAX_TOPIC_LENGTH = 110;

  /**
   * Renders a section with one line per report; empty if there are no reports.
   *
   * @param dated true to show the date of each article
   */
  Html section(List<ReportView> reports, boolean dated) {
    return Html.of(
            "<h2>Reports of speech acts</h2><ul class=\"rows reports\">{}</ul>",
            reports.stream().map(it -> line(it, dated)).toList())
        .when(!reports.isEmpty());
  }

  private Html line(ReportView report, boolean dated) {
    return Html.of(
        "<li><span>{} – {} – <a href=\"{}\">{}</a> {}</span>{}</li>\n",
        speaker(report),
        report.cue(),
        Html.address(report.iri().getURI(), iris),
        StatementHtml.truncate(report.topic(), MAX_TOPIC_LENGTH),
        StatementHtml.status(report.status()),
        Html.of("<span>{}</span>", StatementHtml.date(report.article().issued())).when(dated));
  }

  private Html speaker(ReportView report) {
    return report
        .speaker()
        .filter(it -> iris.isEntity(it.iri().getURI()))
        .map(
            it ->
                Html.of(
                    "<a class=\"plain\" href=\"{}\">{}</a>",
                    Html.address(it.iri().getURI(), iris),
                    report.speakerName()))
        .orElseGet(() -> Html.of("{}", report.speakerName()));
  }
}
