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
import org.newsgraph.cli.ErrorMessages;
import org.newsgraph.cli.Version;
import org.newsgraph.graph.Iris;
import org.newsgraph.link.EntityLinker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code cluster}, and what {@code spark-submit} runs. */
@Command(
    name = "newsgraph cluster",
    description = {
      "Reads articles on Apache Spark into N-Quads and tables; the quads are those of \"build\".",
      "Ended at any point, the same command goes on where it was."
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
  /** As many as could be lost one after the other to articles that end their executor. */
  private static final String MOST_FAILURES = "16";

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = {
        "Files, folders (with all below them) and patterns in quotes, on any file system that Hadoop"
            + " knows (hdfs:, s3a:, file:).",
        "Each may be what \"build\" reads, or Parquet with the columns of JSON Lines (id, text, …)."
      })
  private List<String> sources;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description =
          "Where quads and tables go, and what a later job takes up; a folder on any such file"
              + " system.")
  private String output;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "The cluster: spark://HOST:PORT, yarn, k8s://…, or local[N] for N threads here (default:"
              + " local[*], or what spark-submit was told).")
  private String master;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What every IRI begins with (default: " + Iris.DEFAULT_BASE + ").")
  private String base = Iris.DEFAULT_BASE;

  @Option(
      names = "--kb",
      paramLabel = "DIR",
      arity = "1",
      description =
          "Link names to this knowledge base, which every machine must have at the same place;"
              + " several may be given.")
  private List<Path> knowledge = new ArrayList<>();

  @Option(
      names = "--min-confidence",
      paramLabel = "SHARE",
      description = "How sure a link must be, from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double bar = EntityLinker.DEFAULT_BAR;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Refuse articles of more than N characters (default: ${DEFAULT-VALUE}).")
  private int maxLength = ArticleReader.MAX_LENGTH;

  @Option(
      names = "--chunk",
      paramLabel = "N",
      description =
          "How many articles a task reads; so many are read again at most where one is ended"
              + " (default: ${DEFAULT-VALUE}).")
  private int chunk = 100;

  @Option(names = "--again", description = "Also read again what failed or was set aside before.")
  private boolean again;

  @Option(
      names = {"-v", "--verbose"},
      description = "When something goes wrong, print the stack trace, too.")
  private boolean verbose;

  private Cluster() {}

  /** Ends the process with 0 where all is done, 1 where something failed, 2 for wrong usage. */
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
    Settings settings = settings();
    SparkSession spark = SparkSession.builder().config(conf()).getOrCreate();
    try {
      Job.Outcome outcome = new Job(spark, settings, output).run(sources, chunk, again);
      outcome.first().forEach(Cluster::say);
      if (outcome.failed() > outcome.first().size()) {
        say("… and more: see " + output + "/tables/failures");
      }
      say(
          String.format(
              Locale.ROOT,
              "%,d articles, %,d of them read now, %,d failed: %s",
              outcome.articles(),
              outcome.now(),
              outcome.failed(),
              output));
      return outcome.failed() == 0 ? 0 : 1;
    } finally {
      spark.stop();
    }
  }

  private Settings settings() {
    if (chunk < 1) {
      throw wrong("--chunk must be at least 1, not " + chunk);
    }
    if (maxLength < 1) {
      throw wrong("--max-length must be at least 1, not " + maxLength);
    }
    if (!(bar >= 0 && bar <= 1)) {
      throw wrong("--min-confidence must lie between 0 and 1, not at " + bar);
    }
    List<String> folders = knowledge.stream().map(it -> it.toAbsolutePath().toString()).toList();
    try {
      return new Settings(Version.number(), new Iris(base).base(), folders, bar, maxLength);
    } catch (IllegalArgumentException e) {
      throw wrong("--base: " + e.getMessage());
    }
  }

  /** What was set by spark-submit or as a system property stays. */
  private SparkConf conf() {
    SparkConf conf = new SparkConf().setAppName("Newsgraph");
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.task.maxFailures", MOST_FAILURES);
    conf.setIfMissing("spark.ui.enabled", "false");
    // An article that is begun by two tasks at once would seem to have been begun and lost.
    conf.set("spark.speculation", "false");
    String where = conf.get("spark.master");
    if (where.startsWith("local-cluster")) {
      conf.setIfMissing("spark.executor.extraClassPath", jar());
    } else if (!where.startsWith("local")) {
      conf.setIfMissing("spark.jars", jar());
    }
    return conf;
  }

  /** Executors in other processes need the program. */
  private static String jar() {
    return Path.of(Cluster.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private static int usage(ParameterException e) {
    say(ErrorMessages.reason(e) + ". See newsgraph cluster --help");
    return 2;
  }

  private int failed(Exception e) {
    if (verbose) {
      e.printStackTrace();
    }
    // What follows the first line of Spark's messages is stack traces.
    say(
        ErrorMessages.reason(e)
            .replaceFirst("\\s(?:Driver stacktrace|at (?:org|java|scala)\\.).*", ""));
    return 1;
  }

  private static void say(String message) {
    System.err.println("newsgraph: " + message);
  }
}
