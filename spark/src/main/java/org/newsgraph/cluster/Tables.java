package org.newsgraph.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.newsgraph.export.rows.AboutRow;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.EntityRow;
import org.newsgraph.export.rows.MentionRow;
import org.newsgraph.export.rows.RelationRow;
import org.newsgraph.export.rows.ReportAboutRow;
import org.newsgraph.export.rows.ReportRow;
import org.newsgraph.export.rows.RoleRow;
import org.newsgraph.export.rows.StatementRow;

/** Writes the tables of {@code export}, with the same records, read from the quads. */
final class Tables {
  private static final String SHARES = "shares";

  /** Record types of the rows that one article adds to each table. */
  private static final Map<String, Class<? extends Record>> PARTS = parts();

  private Tables() {}

  private static Map<String, Class<? extends Record>> parts() {
    Map<String, Class<? extends Record>> parts = new LinkedHashMap<>();
    parts.put("articles", org.newsgraph.export.rows.ArticleRow.class);
    parts.put("mentions", MentionRow.class);
    parts.put("statements", StatementRow.class);
    parts.put("about", AboutRow.class);
    parts.put("reports", ReportRow.class);
    parts.put("report_about", ReportAboutRow.class);
    parts.put("roles", RoleRow.class);
    parts.put("relations", RelationRow.class);
    parts.put(SHARES, ArticleFacts.Share.class);
    return parts;
  }

  /**
   * Writes the tables one after the other.
   *
   * @param found findings in articles
   */
  static void write(Dataset<Row> found, Writer writer) {
    StructType schema = new StructType().add("article", DataTypes.StringType);
    for (var part : PARTS.entrySet()) {
      schema =
          schema.add(
              part.getKey(), DataTypes.createArrayType(RecordRows.schema(part.getValue()), false));
    }
    MapFunction<Row, Row> facts = row -> row(row.getString(0), row.getString(1));
    // Persisted, so that the quads are parsed once for all tables.
    Dataset<Row> articles =
        found
            .select("article", "quads")
            .map(facts, Encoders.row(schema))
            .persist(StorageLevel.DISK_ONLY());
    for (String name : PARTS.keySet()) {
      Dataset<Row> rows = articles.select(col("article").as("by"), explode(col(name)).as("it"));
      if (name.equals(SHARES)) {
        writer.write("entities", entities(rows));
      } else {
        writer.write(name, rows.select("it.*"));
      }
    }
    articles.unpersist();
  }

  /** Writes a table to its destination. */
  interface Writer {
    void write(String name, Dataset<Row> rows);
  }

  private static Row row(String article, String quads) {
    List<Triple> graph = new ArrayList<>();
    RDFParser.fromString(quads, Lang.NQUADS)
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                graph.add(quad.asTriple());
              }
            });
    ArticleFacts facts = ArticleFacts.of(NodeFactory.createURI(article), graph);
    return RowFactory.create(
        article,
        RecordRows.rows(List.of(facts.article())),
        RecordRows.rows(facts.mentions()),
        RecordRows.rows(facts.statements()),
        RecordRows.rows(facts.about()),
        RecordRows.rows(facts.reports()),
        RecordRows.rows(facts.reportAbout()),
        RecordRows.rows(facts.roles()),
        RecordRows.rows(facts.relations()),
        RecordRows.rows(facts.shares()));
  }

  /** Aggregates entities, with the articles of each sorted by name, as in an export. */
  private static Dataset<Row> entities(Dataset<Row> shares) {
    return shares
        .select(col("it.named.entity").as("entity"), col("by"), col("it"))
        .repartition(col("entity"))
        .sortWithinPartitions("entity", "by")
        .select("it.*")
        .mapPartitions(EntityRows::new, Encoders.row(RecordRows.schema(EntityRow.class)));
  }
}
