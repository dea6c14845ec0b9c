package org.newsgraph.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;

/**
 * Reads the articles of all slices in parallel, as rows of {@link ArticleRows}, including
 * duplicates.
 */
final class InputReader {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final SerializableConfiguration hadoop;
  private final JobSettings settings;
  private final Problems problems;

  InputReader(SparkSession spark, JobSettings settings, Problems problems) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    this.settings = settings;
    this.problems = problems;
  }

  Dataset<Row> read(List<Slice> all) {
    List<Slice> tables = new ArrayList<>();
    List<Slice> others = new ArrayList<>();
    all.forEach(it -> (Inputs.isParquet(new Path(it.path())) ? tables : others).add(it));
    Dataset<Row> read = files(others);
    List<Slice> readable = readable(tables);
    return readable.isEmpty() ? read : read.union(tables(readable));
  }

  private Dataset<Row> files(List<Slice> slices) {
    SerializableConfiguration conf = hadoop;
    JobSettings jobSettings = settings;
    return spark.createDataFrame(
        rdd(numbered(slices)).flatMap(slice -> new SliceReader(slice, jobSettings, conf.value())),
        ArticleRows.SCHEMA);
  }

  /** Sets the number of lines before each slice, so that messages give correct line numbers. */
  private List<Slice> numbered(List<Slice> slices) {
    List<Slice> parts = slices.stream().filter(it -> !it.isComplete()).toList();
    SerializableConfiguration conf = hadoop;
    List<Long> lines =
        parts.isEmpty() ? List.of() : rdd(parts).map(it -> it.lines(conf.value())).collect();
    Map<Integer, Long> before = new HashMap<>();
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).begin() > 0) {
        before.put(
            parts.get(i).number(),
            before.getOrDefault(parts.get(i - 1).number(), 0L) + lines.get(i - 1));
      }
    }
    return slices.stream()
        .map(it -> it.withLinesBefore(before.getOrDefault(it.number(), 0L)))
        .toList();
  }

  private JavaRDD<Slice> rdd(List<Slice> slices) {
    int tasks = Math.min(slices.size(), Math.max(200, 4 * context.defaultParallelism()));
    return context.parallelize(slices, Math.max(1, tasks));
  }

  /** Returns the Parquet files that can be opened, and reports all others. */
  private List<Slice> readable(List<Slice> files) {
    if (files.isEmpty()) {
      return files;
    }
    SerializableConfiguration conf = hadoop;
    List<Boolean> valid = rdd(files).map(file -> isTable(file, conf.value())).collect();
    List<Slice> readable = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (valid.get(i)) {
        readable.add(files.get(i));
      } else {
        SourceLocation place = new SourceLocation(Slice.name(new Path(files.get(i).path())), 0);
        problems.error(place, "this is not a Parquet file, or it is damaged");
      }
    }
    return readable;
  }

  private static boolean isTable(Slice file, Configuration hadoop) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop))) {
      return reader.getRecordCount() >= 0;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Reads Parquet files by converting each record to JSON and reading it like JSON Lines. */
  private Dataset<Row> tables(List<Slice> files) {
    Map<String, Slice> slices = new HashMap<>();
    files.forEach(it -> slices.put(it.path(), it));
    JobSettings jobSettings = settings;
    FlatMapFunction<Row, Row> read =
        row -> {
          Slice file = slices.get(new Path(URI.create(row.getString(0))).toString());
          return SliceReader.ofRecord(file, row.getLong(1), row.getString(2), jobSettings);
        };
    Dataset<Row> records =
        spark
            .read()
            .option("mergeSchema", true)
            .parquet(files.stream().map(Slice::path).toArray(String[]::new))
            .select(
                col("_metadata.file_path"),
                col("_metadata.row_index"),
                to_json(struct(col("*")), Map.of("timeZone", "UTC")));
    return spark.createDataFrame(records.javaRDD().flatMap(read), ArticleRows.SCHEMA);
  }
}
