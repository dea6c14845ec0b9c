package org.newsgraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Stands in the list of commands. The launcher starts the real one, which comes with Spark and is
 * no part of this jar.
 */
@Command(
    name = "cluster",
    description = "Reads articles on Apache Spark into N-Quads and tables: the same build.",
    footer = {"", "Example: newsgraph cluster articles/ --output graph --master 'local[4]'"})
final class ClusterCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    throw new ParameterException(
        command.commandLine(),
        "cluster must be the first word after ./newsgraph, which builds it; on a cluster of your"
            + " own, spark-submit runs spark/target/newsgraph-spark.jar");
  }
}
