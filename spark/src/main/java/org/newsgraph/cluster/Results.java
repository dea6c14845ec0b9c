package org.newsgraph.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * What a job leaves: quads as compressed N-Quads, tables as Parquet. A file has its final name when
 * it is whole, and a folder {@code _SUCCESS} when all of it is there.
 */
final class Results {
  /** What {@code extract} prints, as far as the tables have it. */
  private static final StructType JSON =
      StructType.fromDDL(
          "entities ARRAY<STRUCT<begin: INT, end: INT, text: STRING, type: STRING, name: STRING,"
              + " iri: STRING, wikidata: STRING, wikipedia: STRING, confidence: DOUBLE>>,"
              + " statements ARRAY<STRUCT<begin: INT, end: INT, text: STRING, kind: STRING,"
              + " cue: STRING, speaker: STRUCT<begin: INT, end: INT, text: STRING, name: STRING,"
              + " iri: STRING>, confidence: DOUBLE>>");

  private final JavaSparkContext context;
  private final String folder;

  Results(JavaSparkContext context, String folder) {
    this.context = context;
    this.folder = folder;
  }

  /**
   * Writes the quads.
   *
   * @param found in articles
   * @param others what is true across articles, as lines of N-Quads
   */
  void quads(Dataset<Row> found, JavaRDD<String> others) throws IOException {
    Path target = new Path(folder, "quads");
    Configuration hadoop = new Configuration(context.hadoopConfiguration());
    hadoop.setBoolean(FileOutputFormat.COMPRESS, true);
    hadoop.setClass(
        FileOutputFormat.COMPRESS_CODEC,
        GzipCodec.class,
        org.apache.hadoop.io.compress.CompressionCodec.class);
    target.getFileSystem(hadoop).delete(target, true);
    found
        .select("quads")
        .javaRDD()
        .map(row -> row.getString(0))
        .union(others)
        .mapToPair(lines -> new Tuple2<>(NullWritable.get(), new Text(lines)))
        .saveAsNewAPIHadoopFile(
            target.toString(), NullWritable.class, Text.class, NQuadsFiles.class, hadoop);
  }

  /**
   * Writes the tables.
   *
   * @param articles those that were read
   * @param found in them
   * @param problems what could not be read, and what was odd
   */
  void tables(Dataset<Row> articles, Dataset<Row> found, Dataset<Row> problems) {
    Dataset<Row> parsed = found.select(col("article"), from_json(col("json"), JSON).as("json"));
    Dataset<Row> mentions =
        parsed
            .select(col("article"), explode(col("json.entities")).as("it"))
            .select("article", "it.*");
    table(
        "articles",
        articles
            .drop("position", "severity", "problem")
            .join(found.select("digest", "article"), "digest"));
    table("mentions", mentions);
    table(
        "entities",
        mentions
            .groupBy("iri")
            .agg(
                min("name").as("name"),
                expr("mode(type, true)").as("type"),
                collect_set("text").as("words"),
                min("wikidata").as("wikidata"),
                min("wikipedia").as("wikipedia"),
                countDistinct("article").as("articles"),
                count(lit(1)).as("mentions")));
    table(
        "statements",
        parsed
            .select(col("article"), explode(col("json.statements")).as("it"))
            .select("article", "it.*"));
    table("failures", problems);
  }

  private void table(String name, Dataset<Row> rows) {
    rows.write().mode(SaveMode.Overwrite).parquet(folder + "/tables/" + name);
  }
}
