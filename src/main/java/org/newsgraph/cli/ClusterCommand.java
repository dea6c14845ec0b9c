package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Entry of {@code cluster} in the list of commands. The launcher runs the implementation, which
 * depends on Spark and is not part of this jar.
 */
@Command(
    name = "cluster",
    description = "Runs the build on Apache Spark and writes N-Quads and tables.",
    footer = {"", "Example: newsgraph cluster articles/ --output graph --master 'local[4]'"})
final class ClusterCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    throw new ParameterException(
        command.commandLine(),
        "cluster must be the first argument of ./newsgraph, which builds it; on your own cluster,"
            + " run spark/target/newsgraph-spark.jar with spark-submit");
  }
}
