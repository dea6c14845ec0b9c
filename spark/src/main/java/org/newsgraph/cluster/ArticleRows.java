package org.newsgraph.cluster;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problem;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;

/**
 * Converts articles to rows of a table and back. The same table holds problems in reading the
 * input. Rows are numbered by {@code position} in the order of the input.
 */
final class ArticleRows {
  static final StructType SCHEMA =
      new StructType()
          .add("position", LongType)
          .add("source", StringType)
          .add("line", LongType)
          .add("severity", StringType)
          .add("problem", StringType)
          .add("digest", StringType)
          .add("id", StringType)
          .add("text", StringType)
          .add("title", StringType)
          .add("authors", createArrayType(StringType, false))
          .add("publisher", StringType)
          .add("published", StringType)
          .add("url", StringType)
          .add("language", StringType)
          .add("section", StringType)
          .add("rights", StringType)
          .add("modified", StringType)
          .add("correction", StringType);

  /** Number of bits of a position that hold the row within a slice. */
  private static final int ROW_BITS = 36;

  private ArticleRows() {}

  static Row of(long position, Article article, String digest) {
    Metadata metadata = article.metadata();
    return RowFactory.create(
        position,
        article.location().source(),
        article.location().line(),
        null,
        null,
        digest,
        article.id(),
        article.text().toString(),
        metadata.title().orElse(null),
        metadata.authors().toArray(),
        metadata.publisher().orElse(null),
        metadata.published().orElse(null),
        metadata.url().orElse(null),
        metadata.language().orElse(null),
        metadata.section().orElse(null),
        metadata.rights().orElse(null),
        metadata.modified().orElse(null),
        metadata.correction().orElse(null));
  }

  static Row of(long position, Problem problem) {
    return RowFactory.create(
        position,
        problem.location().source(),
        problem.location().line(),
        problem.severity().name(),
        problem.reason(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static long position(int slice, long row) {
    return ((long) slice << ROW_BITS) + row;
  }

  static boolean isArticle(Row row) {
    return !row.isNullAt(row.fieldIndex("id"));
  }

  static String digest(Row row) {
    return row.getAs("digest");
  }

  static long position(Row row) {
    return row.<Long>getAs("position");
  }

  static Article article(Row row) {
    List<String> authors = row.getList(row.fieldIndex("authors"));
    return new Article(
        row.getAs("id"),
        new Text(row.getAs("text")),
        new Metadata(
            optional(row, "title"),
            authors,
            optional(row, "publisher"),
            optional(row, "published"),
            optional(row, "url"),
            optional(row, "language"),
            optional(row, "section"),
            optional(row, "rights"),
            optional(row, "modified"),
            optional(row, "correction")),
        new SourceLocation(row.getAs("source"), row.<Long>getAs("line")));
  }

  private static Optional<String> optional(Row row, String field) {
    return Optional.ofNullable(row.getAs(field));
  }
}
