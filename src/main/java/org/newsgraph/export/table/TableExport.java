package org.newsgraph.export.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.rows.AboutRow;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.ArticleRow;
import org.newsgraph.export.rows.Entities;
import org.newsgraph.export.rows.EntityRow;
import org.newsgraph.export.rows.MentionRow;
import org.newsgraph.export.rows.RelationRow;
import org.newsgraph.export.rows.ReportAboutRow;
import org.newsgraph.export.rows.ReportRow;
import org.newsgraph.export.rows.RoleRow;
import org.newsgraph.export.rows.StatementRow;

/**
 * Exports a folder of tables.
 *
 * @param format file format of the tables
 */
public record TableExport(TableFormat format) implements Exporter {
  @Override
  public void write(DatasetSubset subset, Destination to) {
    to.folder(folder -> write(subset, folder));
  }

  private void write(DatasetSubset subset, Path folder) throws IOException {
    Entities entities = new Entities();
    try (RowWriter<ArticleRow> articles = format.table(folder, "articles", ArticleRow.class);
        RowWriter<MentionRow> mentions = format.table(folder, "mentions", MentionRow.class);
        RowWriter<StatementRow> statements =
            format.table(folder, "statements", StatementRow.class);
        RowWriter<AboutRow> about = format.table(folder, "about", AboutRow.class);
        RowWriter<ReportRow> reports = format.table(folder, "reports", ReportRow.class);
        RowWriter<ReportAboutRow> reportAbout =
            format.table(folder, "report_about", ReportAboutRow.class);
        RowWriter<RoleRow> roles = format.table(folder, "roles", RoleRow.class);
        RowWriter<RelationRow> relations = format.table(folder, "relations", RelationRow.class)) {
      ArticleFacts.forEach(
          subset,
          facts -> {
            entities.add(facts);
            write(List.of(facts.article()), articles);
            write(facts.mentions(), mentions);
            write(facts.statements(), statements);
            write(facts.about(), about);
            write(facts.reports(), reports);
            write(facts.reportAbout(), reportAbout);
            write(facts.roles(), roles);
            write(facts.relations(), relations);
          });
    }
    try (RowWriter<EntityRow> rows = format.table(folder, "entities", EntityRow.class)) {
      entities.forEach(entity -> write(List.of(entity), rows));
    }
  }

  static <R extends Record> void write(List<R> rows, RowWriter<R> out) {
    try {
      for (R row : rows) {
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
