package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a separate process, which can be killed. */
final class Program {
  private static final Path SPARK = Path.of("").toAbsolutePath();
  private static final long TIMEOUT_MINUTES = 8;

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
    // The process must not outlive the test.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts the command that the launcher runs for "cluster". */
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

  /** Starts any other command. */
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

  /** Waits for the end of the process and returns its exit status. */
  int status() throws InterruptedException {
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("timeout; output:\n" + said());
    }
    return process.exitValue();
  }

  /** Returns the output so far. */
  String said() {
    try {
      return Files.readString(said, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Tests after 50 ms whether the process is still running. */
  boolean runsAfterAMoment() throws InterruptedException {
    return !process.waitFor(50, TimeUnit.MILLISECONDS);
  }

  /** Returns the processes of the executors. */
  List<ProcessHandle> executors() {
    return process
        .descendants()
        .filter(it -> it.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .filter(it -> it.info().command().orElse("").endsWith("java"))
        .toList();
  }

  /** Kills the driver and its executors, like kill -9. */
  void kill() throws InterruptedException {
    List<ProcessHandle> executors = executors();
    process.destroyForcibly();
    process.waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
    executors.forEach(executor -> executor.onExit().join());
  }
}
