package org.newsgraph.serve.explorer;

import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.statement.StatementView;

/**
 * Formats a citation: content, speaker, time of the statement, article, publisher, date, kind,
 * status, and the statement's IRI.
 */
final class Citation {
  private Citation() {}

  static String of(StatementView said) {
    StringBuilder text = new StringBuilder(said.content().replaceAll("\\s+", " ").strip());
    text.append(" – ").append(said.speakerName());
    said.saidOn()
        .ifPresent(it -> text.append(", said ").append(StatementHtml.formatDate(it.value())));
    text.append(", in: ").append(said.title());
    if (!said.article().publisher().isEmpty()) {
      text.append(", ").append(said.article().publisher());
    }
    if (!said.article().issued().isEmpty()) {
      text.append(", ").append(StatementHtml.formatDate(said.article().issued()));
    }
    boolean wasSaid = said.status() == ReportStatus.SAID;
    if (!said.kind().equals("direct") || !wasSaid) {
      text.append(" (").append(said.kind()).append(" statement");
      text.append(wasSaid ? ")" : ", " + said.status().label() + ")");
    }
    return text.append(". ").append(said.iri().getURI()).toString();
  }
}
