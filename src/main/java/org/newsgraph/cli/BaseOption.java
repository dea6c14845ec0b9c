package org.newsgraph.cli;

import org.newsgraph.graph.Iris;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Option for the prefix of a graph's IRIs. */
final class BaseOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Iris iris = new Iris(Iris.DEFAULT_BASE);

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description =
          "The prefix of the IRIs of articles and entities (default: " + Iris.DEFAULT_BASE + ").")
  void setBase(String base) {
    try {
      iris = new Iris(base);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--base: " + e.getMessage(), e);
    }
  }

  Iris iris() {
    return iris;
  }
}
