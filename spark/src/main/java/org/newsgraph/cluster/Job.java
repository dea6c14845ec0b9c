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
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBases;

/**
 * The whole work, step by step. Each step's result lies in the output's folder {@code _work}; where
 * a job was ended, the next one with the same input takes up what is there.
 */
final class Job {
  private static final int MOST_TOLD = 20;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Configuration hadoop;
  private final Settings settings;
  private final String output;

  /**
   * How it went.
   *
   * @param articles in the input, each once
   * @param now how many of them this job read; the others were read before
   * @param failed that could not be read
   * @param first some of what went wrong, for a person
   */
  record Outcome(long articles, long now, long failed, List<String> first) {
    Outcome {
      first = List.copyOf(first);
    }
  }

  Job(SparkSession spark, Settings settings, String output) throws IOException {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.hadoop = context.hadoopConfiguration();
    this.settings = settings;
    // Executors start in other folders.
    Path folder = new Path(output);
    this.output = folder.getFileSystem(hadoop).makeQualified(folder).toString();
  }

  /**
   * Does it.
   *
   * @param chunk how many articles a task reads
   * @param again whether to read again what failed before
   */
  Outcome run(List<String> sources, int chunk, boolean again) throws IOException {
    Lease lease = Lease.take(output, hadoop);
    try {
      return work(sources, chunk, again);
    } finally {
      lease.close();
    }
  }

  private Outcome work(List<String> sources, int chunk, boolean again) throws IOException {
    Path done = new Path(output, "_SUCCESS");
    FileSystem files = done.getFileSystem(hadoop);
    files.mkdirs(new Path(output));
    files.delete(done, false);
    Dataset<Row> read = read(sources);
    Dataset<Row> articles = read.filter(col("id").isNotNull());
    Findings findings = new Findings(spark, settings, work("findings/" + linking()));
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
    Results written = new Results(context, output);
    written.quads(found, new Across(context, settings).quads(found));
    written.tables(found, problems);
    Outcome outcome = outcome(articles.count(), now);
    files.create(done, true).close();
    return outcome;
  }

  /**
   * The articles of the input, and what is wrong with it; from the disk, where it was read before.
   */
  private Dataset<Row> read(List<String> sources) throws IOException {
    List<Row> wrong = new ArrayList<>();
    Problems problems = new Problems(it -> wrong.add(ArticleRow.of(-1, it)));
    List<FileStatus> files = new Inputs(hadoop, problems).find(sources);
    Path folder = new Path(work("articles"), name(files, wrong));
    FileSystem system = folder.getFileSystem(hadoop);
    if (!system.exists(new Path(folder, "_SUCCESS"))) {
      system.delete(folder.getParent(), true);
      Dataset<Row> read = new Reading(spark, settings, problems).read(Inputs.slices(files));
      Versions.kept(read.union(spark.createDataFrame(wrong, ArticleRow.SCHEMA)))
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder.toString());
    }
    return spark.read().schema(ArticleRow.SCHEMA).parquet(folder.toString());
  }

  private Outcome outcome(long articles, long now) {
    Dataset<Row> failed =
        spark
            .read()
            .parquet(output + "/tables/failures")
            .filter(col("severity").equalTo(Problem.Severity.ERROR.name()));
    List<String> first = new ArrayList<>();
    for (Row row : failed.orderBy("source", "line").takeAsList(MOST_TOLD)) {
      long line = row.<Long>getAs("line");
      first.add(
          row.getAs("source") + (line == 0 ? "" : ": line " + line) + ": " + row.getAs("problem"));
    }
    return new Outcome(articles, now, failed.count(), first);
  }

  /** Another one for other files, and for files that have changed. */
  private String name(List<FileStatus> files, List<Row> wrong) {
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
    wrong.forEach(it -> all.append(it).append('\n'));
    return hash(all.toString());
  }

  /** With other knowledge bases, other things are found. */
  private String linking() {
    if (settings.knowledgeBases().isEmpty()) {
      return "unlinked";
    }
    StringBuilder all = new StringBuilder().append(settings.bar());
    for (IndexedKnowledgeBase each :
        KnowledgeBases.open(
            settings.knowledgeBases().stream().map(java.nio.file.Path::of).toList())) {
      all.append('\n').append(each.description());
      each.close();
    }
    return hash(all.toString());
  }

  private static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }

  private String work(String step) {
    return output + "/_work/" + step;
  }
}
