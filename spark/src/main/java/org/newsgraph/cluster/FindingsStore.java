package org.newsgraph.cluster;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Extracted facts of articles, in a folder that outlives the job. The findings of a task are stored
 * by article digest when the task ends, and are not computed again.
 */
final class FindingsStore {
  /** Maximum number of tasks, and therefore of files, of a job. */
  private static final int MAX_CHUNKS = 20_000;

  private final SparkSession spark;
  private final JobSettings settings;
  private final Configuration hadoop;
  private final String found;
  private final String left;
  private final String notes;

  /**
   * @param folder folder of the findings with these settings
   */
  FindingsStore(SparkSession spark, JobSettings settings, String folder) {
    this.spark = spark;
    this.settings = settings;
    this.hadoop = JavaSparkContext.fromSparkContext(spark.sparkContext()).hadoopConfiguration();
    this.found = folder + "/found";
    this.left = folder + "/left";
    this.notes = folder + "/begun";
  }

  /** Returns all findings, one per article digest. */
  Dataset<Row> all() throws IOException {
    Path path = new Path(found);
    FileSystem files = path.getFileSystem(hadoop);
    return files.exists(path) && files.listStatus(path).length > 0
        ? spark.read().schema(FoundRow.SCHEMA).parquet(found).dropDuplicates("digest")
        : spark.createDataFrame(List.<Row>of(), FoundRow.SCHEMA);
  }

  /** Deletes the records of failures, so that these articles are processed again. */
  void forgetFailures() throws IOException {
    Path path = new Path(found);
    Path kept = new Path(found + "-kept");
    FileSystem files = path.getFileSystem(hadoop);
    if (files.exists(path)) {
      all()
          .filter(col("problem").isNull())
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(kept.toString());
      files.delete(path, true);
      files.rename(kept, path);
    }
    new AttemptLog(notes, hadoop).forget();
  }

  /**
   * Processes the articles that were not processed before.
   *
   * @param size number of articles per task
   * @return number of articles processed
   */
  long add(Dataset<Row> articles, int size) throws IOException {
    Dataset<Row> missing = articles.join(all().select("digest"), "digest", "left_anti");
    long count = missing.count();
    if (count == 0) {
      return 0;
    }
    int chunks = (int) Math.min(MAX_CHUNKS, (count + size - 1) / size);
    // Written to disk first, so that a restarted task does not depend on a lost executor.
    missing.repartition(chunks, col("digest")).write().mode(SaveMode.Overwrite).parquet(left);
    AttemptLog tries = new AttemptLog(notes, hadoop);
    Map<String, Integer> lost = tries.lost();
    ChunkReader reader =
        new ChunkReader(
            settings,
            notes + "/" + UUID.randomUUID(),
            JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(lost),
            new SerializableConfiguration(hadoop));
    filePerTask()
        .read()
        .schema(ArticleRows.SCHEMA)
        .parquet(left)
        .mapPartitions(reader, Encoders.row(FoundRow.SCHEMA))
        .write()
        .mode(SaveMode.Append)
        // Version 2 commits the output of each task when it ends, not when the job ends.
        .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
        .parquet(found);
    tries.forget();
    new Path(left).getFileSystem(hadoop).delete(new Path(left), true);
    return count;
  }

  /** Returns a session that reads one file per task; Spark combines small files by default. */
  private SparkSession filePerTask() {
    SparkSession session = spark.newSession();
    session
        .conf()
        .set(
            "spark.sql.files.openCostInBytes",
            session.conf().get("spark.sql.files.maxPartitionBytes"));
    return session;
  }
}
