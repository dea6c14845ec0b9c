package org.newsgraph.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.newsgraph.article.Article;
import org.newsgraph.article.DuplicateTracker;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problem.Severity;

/**
 * Selects the version to keep among articles with the same id, by the rules of a build. Articles
 * with the same id must be adjacent, in the order of the input.
 */
final class VersionSelector implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final Queue<Row> ready = new ArrayDeque<>();
  private DuplicateTracker duplicates = new DuplicateTracker();

  /** Version to keep of the current id, so far. */
  private Row current;

  private VersionSelector(Iterator<Row> rows) {
    this.rows = rows;
  }

  /** Returns one version of each article, and all problems. */
  static Dataset<Row> deduplicate(Dataset<Row> read) {
    return read.repartition(coalesce(col("id"), col("source")))
        .sortWithinPartitions("id", "position")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) VersionSelector::new,
            Encoders.row(ArticleRows.SCHEMA));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && rows.hasNext()) {
      Row row = rows.next();
      if (ArticleRows.isArticle(row)) {
        add(row);
      } else {
        ready.add(row);
      }
    }
    if (ready.isEmpty() && current != null) {
      finishId();
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    return ready.remove();
  }

  private void add(Row row) {
    Article article = ArticleRows.article(row);
    if (current != null && !current.getAs("id").equals(article.id())) {
      finishId();
    }
    switch (duplicates.record(article, ArticleRows.digest(row))) {
      case FIRST, NEWER -> current = row;
      case REPEATED, OLDER -> {
        // The current version is kept.
      }
      case CLASH ->
          ready.add(
              ArticleRows.of(
                  ArticleRows.position(row),
                  new Problem(
                      article.location(),
                      duplicates.clash(article),
                      Severity.ERROR,
                      Optional.empty())));
    }
  }

  private void finishId() {
    ready.add(current);
    current = null;
    duplicates = new DuplicateTracker();
  }
}
