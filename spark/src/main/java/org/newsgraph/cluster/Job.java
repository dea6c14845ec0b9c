package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problems;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBases;

/**
 * A job: the sequence of all steps. The result of each step is stored in the folder {@code _work}
 * of the output. If a job is interrupted, the next job with the same input resumes from there.
 */
final class Job {
  private static final int MAX_REPORTED = 20;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Configuration hadoop;
  private final JobSettings settings;
  private final String output;

  /**
   * Result of a job.
   *
   * @param articles number of distinct articles in the input
   * @param processed number of articles that this job processed; the others were processed before
   * @param failed number of failures
   * @param first messages of the first failures
   */
  record Outcome(long articles, long processed, long failed, List<String> first) {
    Outcome {
      first = List.copyOf(first);
    }
  }

  Job(SparkSession spark, JobSettings settings, String output) throws IOException {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.hadoop = context.hadoopConfiguration();
    this.settings = settings;
    // An absolute path, because executors have other working directories.
    Path folder = new Path(output);
    this.output = folder.getFileSystem(hadoop).makeQualified(folder).toString();
  }

  /**
   * Runs the job.
   *
   * @param sources files, folders and patterns
   * @param chunk number of articles per task
   * @param again whether to reprocess articles that failed before
   */
  Outcome run(List<String> sources, int chunk, boolean again) throws IOException {
    Lease lease = Lease.acquire(output, hadoop);
    try {
      return runSteps(sources, chunk, again);
    } finally {
      lease.close();
    }
  }

  private Outcome runSteps(List<String> sources, int chunk, boolean again) throws IOException {
    Path done = new Path(output, "_SUCCESS");
    FileSystem files = done.getFileSystem(hadoop);
    files.mkdirs(new Path(output));
    files.delete(done, false);
    Dataset<Row> read = read(sources);
    Dataset<Row> articles = read.filter(col("id").isNotNull());
    FindingsStore findings =
        new FindingsStore(spark, settings, workFolder("findings/" + linkingHash()));
    if (again) {
      findings.forgetFailures();
    }
    long now = findings.add(articles, chunk);
    Dataset<Row> results = findings.all().join(articles.select("digest"), "digest", "left_semi");
    Dataset<Row> found = results.filter(col("problem").isNull());
    Dataset<Row> problems =
        read.filter(col("problem").isNotNull())
            .select("source", "line", "severity", "id", "problem")
            .union(
                articles
                    .drop("problem", "severity")
                    .join(results.filter(col("problem").isNotNull()), "digest")
                    .select(
                        col("source"),
                        col("line"),
                        lit(Problem.Severity.ERROR.name()),
                        col("id"),
                        col("problem")));
    ResultWriter written = new ResultWriter(context, output);
    written.quads(found, new CrossArticleFacts(context, settings).quads(found));
    written.tables(found, problems);
    Outcome outcome = outcome(articles.count(), now);
    files.create(done, true).close();
    return outcome;
  }

  /**
   * Returns the articles of the input and the problems in reading it, from disk if it was read
   * before.
   */
  private Dataset<Row> read(List<String> sources) throws IOException {
    List<Row> problemRows = new ArrayList<>();
    Problems problems = new Problems(it -> problemRows.add(ArticleRows.of(-1, it)));
    List<FileStatus> files = new Inputs(hadoop, problems).find(sources);
    Path folder = new Path(workFolder("articles"), inputHash(files, problemRows));
    FileSystem system = folder.getFileSystem(hadoop);
    if (!system.exists(new Path(folder, "_SUCCESS"))) {
      system.delete(folder.getParent(), true);
      Dataset<Row> read = new InputReader(spark, settings, problems).read(Inputs.slices(files));
      VersionSelector.deduplicate(
              read.union(spark.createDataFrame(problemRows, ArticleRows.SCHEMA)))
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder.toString());
    }
    return spark.read().schema(ArticleRows.SCHEMA).parquet(folder.toString());
  }

  private Outcome outcome(long articles, long now) {
    Dataset<Row> failed =
        spark
            .read()
            .parquet(output + "/tables/failures")
            .filter(col("severity").equalTo(Problem.Severity.ERROR.name()));
    List<String> first = new ArrayList<>();
    for (Row row : failed.orderBy("source", "line").takeAsList(MAX_REPORTED)) {
      long line = row.<Long>getAs("line");
      first.add(
          row.getAs("source") + (line == 0 ? "" : ": line " + line) + ": " + row.getAs("problem"));
    }
    return new Outcome(articles, now, failed.count(), first);
  }

  /** Returns a hash of the input that differs for other files and for changed files. */
  private String inputHash(List<FileStatus> files, List<Row> problems) {
    StringBuilder all = new StringBuilder();
    all.append(settings.version()).append('\n').append(settings.base()).append('\n');
    all.append(settings.maxLength()).append('\n');
    files.forEach(
        it ->
            all.append(it.getPath())
                .append('\t')
                .append(it.getLen())
                .append('\t')
                .append(it.getModificationTime())
                .append('\n'));
    problems.forEach(it -> all.append(it).append('\n'));
    return hash(all.toString());
  }

  /** Returns a hash of the knowledge bases and the threshold, on which the findings depend. */
  private String linkingHash() {
    List<KnowledgeBase> knowledge =
        KnowledgeBases.openNamed(
            settings.knowledgeBases().stream().map(java.nio.file.Path::of).toList());
    if (knowledge.isEmpty()) {
      return "unlinked";
    }
    StringBuilder all = new StringBuilder().append(settings.minConfidence());
    for (KnowledgeBase each : knowledge) {
      all.append('\n')
          .append(
              each instanceof IndexedKnowledgeBase indexed
                  ? indexed.description()
                  : each + " of " + BuiltInKnowledgeBase.DATE);
      each.close();
    }
    return hash(all.toString());
  }

  private static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }

  private String workFolder(String step) {
    return output + "/_work/" + step;
  }
}
