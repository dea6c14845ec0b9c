package org.newsgraph.cluster;

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
import scala.Tuple2;

/**
 * Writes the results of a job: quads as compressed N-Quads, tables as Parquet. A file gets its
 * final name when it is complete, and a folder gets a file {@code _SUCCESS} when all of its files
 * are.
 */
final class ResultWriter {
  private final JavaSparkContext context;
  private final String folder;

  ResultWriter(JavaSparkContext context, String folder) {
    this.context = context;
    this.folder = folder;
  }

  /**
   * Writes the quads.
   *
   * @param found findings in articles
   * @param others quads that belong to no single article, as lines of N-Quads
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
   * @param found findings in articles
   * @param problems errors and warnings
   */
  void tables(Dataset<Row> found, Dataset<Row> problems) {
    Tables.write(found, this::table);
    table("failures", problems);
  }

  private void table(String name, Dataset<Row> rows) {
    rows.write().mode(SaveMode.Overwrite).parquet(folder + "/tables/" + name);
  }
}
