package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which can be killed. */
final class Program {
  private static final Path SPARK = Path.of("").toAbsolutePath();
  private static final long LONGEST_MINUTES = 8;

  private final Process process;
  private final Path said;

  private Program(List<String> command, Path folder) throws IOException {
    said = Files.createTempFile(folder, "said", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("SPARK_HOME", SPARK.resolve("target/spark-home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_WORKER_DIR", folder.resolve("workers").toString());
    process = builder.start();
    // Whatever happens to the test, nothing goes on without it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** The same command that the launcher starts for "cluster". */
  static Program cluster(Path folder, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("@" + SPARK.resolve("java-options"));
    command.add("-Xmx1g");
    command.add("-cp");
    command.add(
        SPARK.resolve("target/newsgraph-spark.jar")
            + ":"
            + SPARK.resolve("target/spark-home/jars")
            + "/*");
    command.add("org.newsgraph.cluster.Cluster");
    command.addAll(List.of(args));
    return new Program(command, folder);
  }

  /** Any other command. */
  static Program newsgraph(Path folder, String... args) throws IOException {
    Path main = SPARK.resolveSibling("target");
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-cp");
    command.add(main.resolve("newsgraph.jar") + ":" + Files.readString(main.resolve("classpath")));
    command.add("org.newsgraph.cli.Newsgraph");
    command.addAll(List.of(args));
    return new Program(command, folder);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits for its end. */
  int status() throws InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end:\n" + said());
    }
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(said, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Looks after a twentieth of a second. */
  boolean runsAfterAMoment() throws InterruptedException {
    return !process.waitFor(50, TimeUnit.MILLISECONDS);
  }

  /** The processes that read articles. */
  List<ProcessHandle> executors() {
    return process
        .descendants()
        .filter(it -> it.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .filter(it -> it.info().command().orElse("").endsWith("java"))
        .toList();
  }

  /** As kill -9 does it. */
  void kill() throws InterruptedException {
    List<ProcessHandle> executors = executors();
    process.destroyForcibly();
    process.waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
    executors.forEach(executor -> executor.onExit().join());
  }
}
