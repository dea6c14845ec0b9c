package org.newsgraph.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Option for the number of articles processed in parallel. */
final class JobsOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Process N articles in parallel (default: the number of processors).")
  void setJobs(int jobs) {
    if (jobs < 1) {
      throw new ParameterException(command.commandLine(), "--jobs must be at least 1, not " + jobs);
    }
    this.jobs = jobs;
  }

  int jobs() {
    return jobs;
  }
}
