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
 * What was found in articles, in a folder that outlives the job: whatever a task has read is there
 * when the task ends, under the article's digest, and is never read again.
 */
final class Findings {
  /** So that even the largest job has no more tasks, and files, than a cluster can count. */
  private static final int MOST_CHUNKS = 20_000;

  private final SparkSession spark;
  private final Settings settings;
  private final Configuration hadoop;
  private final String found;
  private final String left;
  private final String notes;

  /**
   * @param folder for findings with these settings
   */
  Findings(SparkSession spark, Settings settings, String folder) {
    this.spark = spark;
    this.settings = settings;
    this.hadoop = JavaSparkContext.fromSparkContext(spark.sparkContext()).hadoopConfiguration();
    this.found = folder + "/found";
    this.left = folder + "/left";
    this.notes = folder + "/begun";
  }

  /** All that was ever found, each once. */
  Dataset<Row> all() throws IOException {
    Path path = new Path(found);
    FileSystem files = path.getFileSystem(hadoop);
    return files.exists(path) && files.listStatus(path).length > 0
        ? spark.read().schema(FoundRow.SCHEMA).parquet(found).dropDuplicates("digest")
        : spark.createDataFrame(List.<Row>of(), FoundRow.SCHEMA);
  }

  /** Forgets what failed, so that it is read again. */
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
    new Tries(notes, hadoop).forget();
  }

  /**
   * Reads those of the articles that were not read before.
   *
   * @param size how many articles a task reads
   * @return how many were left to read
   */
  long add(Dataset<Row> articles, int size) throws IOException {
    Dataset<Row> missing = articles.join(all().select("digest"), "digest", "left_anti");
    long count = missing.count();
    if (count == 0) {
      return 0;
    }
    int chunks = (int) Math.min(MOST_CHUNKS, (count + size - 1) / size);
    // On disk first: so a task that starts again needs nothing that an executor took with it.
    missing.repartition(chunks, col("digest")).write().mode(SaveMode.Overwrite).parquet(left);
    Tries tries = new Tries(notes, hadoop);
    Map<String, Integer> lost = tries.lost();
    ChunkReader reader =
        new ChunkReader(
            settings,
            notes + "/" + UUID.randomUUID(),
            JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(lost),
            new SerializableConfiguration(hadoop));
    filePerTask()
        .read()
        .schema(ArticleRow.SCHEMA)
        .parquet(left)
        .mapPartitions(reader, Encoders.row(FoundRow.SCHEMA))
        .write()
        .mode(SaveMode.Append)
        // What a task has written counts when the task ends, not when all have.
        .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
        .parquet(found);
    tries.forget();
    new Path(left).getFileSystem(hadoop).delete(new Path(left), true);
    return count;
  }

  /** Spark would give several small files to one task. */
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
