package org.newsgraph.cluster;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.newsgraph.export.rows.ArticleFacts.Share;
import org.newsgraph.export.rows.Entities;
import org.newsgraph.export.rows.Named;

/** Aggregates the contributions of articles to entities. Input rows must be grouped by entity. */
final class EntityRows implements Iterator<Row> {
  private final Iterator<Row> shares;
  private Share next;

  /**
   * @param shares contributions of articles as rows, grouped by entity
   */
  EntityRows(Iterator<Row> shares) {
    this.shares = shares;
    advance();
  }

  private void advance() {
    next = shares.hasNext() ? share(shares.next()) : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Entities aggregated = new Entities();
    String entity = next.named().entity();
    while (next != null && next.named().entity().equals(entity)) {
      aggregated.add(next);
      advance();
    }
    List<Row> row = new ArrayList<>(1);
    aggregated.forEach(it -> row.add(RecordRows.row(it)));
    return row.get(0);
  }

  private static Share share(Row row) {
    Row named = row.getAs("named");
    Date day = row.getAs("day");
    return new Share(
        new Named(
            named.getAs("entity"),
            named.getAs("name"),
            named.getAs("type"),
            named.getList(named.fieldIndex("other_names")),
            named.getAs("wikidata"),
            named.getAs("wikipedia")),
        day == null ? null : day.toLocalDate(),
        row.<Integer>getAs("mentions"),
        row.<Integer>getAs("statements_by"),
        row.<Integer>getAs("statements_about"));
  }
}
