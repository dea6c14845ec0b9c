package org.newsgraph.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.cli.Version;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.ErrorMessages;
import org.newsgraph.io.ProgramVersion;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.index.KnowledgeBases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code cluster}, and the main class for {@code spark-submit}. */
@Command(
    name = "newsgraph cluster",
    description = {
      "Builds the graph of articles on Apache Spark, as N-Quads and tables. The quads are those of"
          + " \"build\".",
      "Interrupt it at any time; run the same command again to resume."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph cluster articles/ --output graph --master 'local[4]'",
      "Example: newsgraph cluster hdfs://host/news/2024-*.warc.gz --output hdfs://host/graph"
          + " --master spark://host:7077",
      "Then:    newsgraph import graph/quads --db data"
    })
public final class Cluster implements Callable<Integer> {
  /** Maximum number of failures of a task, each of which may be an article that kills executors. */
  private static final String MAX_FAILURES = "16";

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = {
        "Files, folders (including subfolders) and quoted patterns, on any file system that Hadoop"
            + " supports (hdfs:, s3a:, file:).",
        "All formats of \"build\", and Parquet with the columns of JSON Lines (id, text, …)."
      })
  private List<String> sources;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder for quads, tables and the state from which a later job resumes, on any such file"
              + " system.")
  private String output;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Cluster: spark://HOST:PORT, yarn, k8s://…, or local[N] for N threads on this machine"
              + " (default: the setting of spark-submit, otherwise local[*]).")
  private String master;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "Base of all IRIs (default: " + Iris.DEFAULT_BASE + ").")
  private String base = Iris.DEFAULT_BASE;

  @Option(
      names = "--kb",
      paramLabel = "DIR",
      arity = "1",
      description =
          "Link entities to this knowledge base, which every machine must have at the same path;"
              + " may be repeated. Names that none has are looked up in the built-in one, except"
              + " with \"--kb none\".")
  private List<Path> knowledge = new ArrayList<>();

  @Option(
      names = "--min-confidence",
      paramLabel = "SHARE",
      description = "Minimum confidence of a link, from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double minConfidence = EntityLinker.DEFAULT_THRESHOLD;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Reject articles of more than N characters (default: ${DEFAULT-VALUE}).")
  private int maxLength = ArticleReader.MAX_LENGTH;

  @Option(
      names = "--chunk",
      paramLabel = "N",
      description =
          "Number of articles per task. If a task is killed, at most so many are processed again"
              + " (default: ${DEFAULT-VALUE}).")
  private int chunk = 100;

  @Option(
      names = "--again",
      description = "Also reprocess articles that failed or were set aside before.")
  private boolean again;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also print the stack trace of an error.")
  private boolean verbose;

  private Cluster() {}

  /** Exits with status 0 on success, 1 if anything failed, 2 for wrong usage. */
  public static void main(String[] args) {
    Cluster cluster = new Cluster();
    int status =
        new CommandLine(cluster)
            .setExecutionExceptionHandler((e, line, result) -> cluster.failed(e))
            .setParameterExceptionHandler((e, wrong) -> usage(e))
            .execute(args);
    System.exit(status);
  }

  @Override
  public Integer call() throws IOException {
    JobSettings settings = settings();
    SparkSession spark = SparkSession.builder().config(conf()).getOrCreate();
    try {
      Job.Outcome outcome = new Job(spark, settings, output).run(sources, chunk, again);
      outcome.first().forEach(Cluster::print);
      if (outcome.failed() > outcome.first().size()) {
        print("… and more: see " + output + "/tables/failures");
      }
      print(
          String.format(
              Locale.ROOT,
              "%,d articles, %,d of them processed in this run, %,d failed: %s",
              outcome.articles(),
              outcome.processed(),
              outcome.failed(),
              output));
      return outcome.failed() == 0 ? 0 : 1;
    } finally {
      spark.stop();
    }
  }

  private JobSettings settings() {
    if (chunk < 1) {
      throw invalid("--chunk must be at least 1, not " + chunk);
    }
    if (maxLength < 1) {
      throw invalid("--max-length must be at least 1, not " + maxLength);
    }
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw invalid("--min-confidence must be between 0 and 1, not " + minConfidence);
    }
    List<String> folders =
        knowledge.stream()
            .map(it -> it.equals(KnowledgeBases.NONE) ? it : it.toAbsolutePath())
            .map(Path::toString)
            .toList();
    try {
      return new JobSettings(
          ProgramVersion.number(), new Iris(base).base(), folders, minConfidence, maxLength);
    } catch (IllegalArgumentException e) {
      throw invalid("--base: " + e.getMessage());
    }
  }

  /** Returns the configuration. Settings of spark-submit and system properties take precedence. */
  private SparkConf conf() {
    SparkConf conf = new SparkConf().setAppName("Newsgraph");
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.task.maxFailures", MAX_FAILURES);
    conf.setIfMissing("spark.ui.enabled", "false");
    // With speculation, an article that two tasks process at once would count as a lost try.
    conf.set("spark.speculation", "false");
    String url = conf.get("spark.master");
    if (url.startsWith("local-cluster")) {
      conf.setIfMissing("spark.executor.extraClassPath", jar());
    } else if (!url.startsWith("local")) {
      conf.setIfMissing("spark.jars", jar());
    }
    return conf;
  }

  /** Returns the path of the program's jar, which executors in other processes need. */
  private static String jar() {
    return Path.of(Cluster.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  private ParameterException invalid(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private static int usage(ParameterException e) {
    print(ErrorMessages.reason(e) + ". See newsgraph cluster --help");
    return 2;
  }

  private int failed(Exception e) {
    if (verbose) {
      e.printStackTrace();
    }
    // Spark's messages contain stack traces after the first line.
    print(
        ErrorMessages.reason(e)
            .replaceFirst("\\s(?:Driver stacktrace|at (?:org|java|scala)\\.).*", ""));
    return 1;
  }

  private static void print(String message) {
    System.err.println("newsgraph: " + message);
  }
}
