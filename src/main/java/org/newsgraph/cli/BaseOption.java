package org.newsgraph.cli;

import org.newsgraph.graph.Iris;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the IRIs of a graph begin with. */
final class BaseOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Iris iris = new Iris(Iris.DEFAULT_BASE);

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description =
          "What the IRIs of articles and entities begin with (default: " + Iris.DEFAULT_BASE + ").")
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
