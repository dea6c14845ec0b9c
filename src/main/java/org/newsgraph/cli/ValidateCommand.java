package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Validates a database against the ontology's SHACL shapes. */
@Command(
    name = "validate",
    description = "Validates the database against the ontology's SHACL shapes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph validate --db data"})
final class ValidateCommand implements Callable<Integer> {
  @Mixin private DatabaseOption database;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    try (NewsStore store = database.open()) {
      Validation found = Validation.of(store);
      found.problems().forEach(out::println);
      out.println(
          found.conforms()
              ? "The graph conforms to the shapes of the ontology."
              : "The graph does not conform to the shapes of the ontology; violations: "
                  + found.problems().size());
      out.flush();
      return found.conforms() ? Newsgraph.OK : Newsgraph.FAILED;
    }
  }
}
