package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.store.Disagreement;
import org.newsgraph.store.Evidence;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Suspect;
import org.newsgraph.store.Suspects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists names that may be two people's, with what speaks for it. */
@Command(
    name = "suspects",
    description =
        "Lists people whose articles disagree so much that they may be two people of one name.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities suspects --db data --limit 20"})
final class EntitiesSuspectsCommand implements Callable<Integer> {
  /** As much of a side as a person needs to see; the rest is counted. */
  private static final int SHOWN = 5;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N people, the likeliest first (default: ${DEFAULT-VALUE}).")
  private int limit = 50;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(command.commandLine(), "--limit must be at least 1");
    }
    PrintWriter out = command.commandLine().getOut();
    try (NewsStore store = database.open()) {
      List<Suspect> suspects = Suspects.of(store);
      suspects.stream().limit(limit).forEach(suspect -> print(suspect, out));
      if (suspects.isEmpty()) {
        out.println("No two articles disagree on a person.");
      } else if (suspects.size() > limit) {
        out.printf(Locale.ROOT, "and %,d more; --limit shows them%n", suspects.size() - limit);
      }
      out.flush();
      return Newsgraph.OK;
    }
  }

  private static void print(Suspect suspect, PrintWriter out) {
    out.printf(Locale.ROOT, "%s  <%s>  %.2f%n", suspect.name(), suspect.iri(), suspect.strength());
    for (Disagreement each : suspect.disagreements()) {
      out.println("  " + each.kind().name().toLowerCase(Locale.ROOT));
      side(each.one(), out);
      out.println("    against");
      side(each.other(), out);
    }
    out.println();
  }

  private static void side(List<Evidence> side, PrintWriter out) {
    for (Evidence told : side.subList(0, Math.min(SHOWN, side.size()))) {
      String date = told.date().map(day -> " (" + day + ")").orElse("");
      out.println("    " + told.article() + date + ": " + value(told) + "“" + told.words() + "”");
    }
    if (side.size() > SHOWN) {
      out.println("    and " + (side.size() - SHOWN) + " more");
    }
  }

  /** What the words were taken to mean, where they do not say it themselves. */
  private static String value(Evidence told) {
    boolean plain = told.kind() == Evidence.Kind.AGE || told.kind() == Evidence.Kind.GENDER;
    return plain ? "" : told.value() + ", ";
  }
}
