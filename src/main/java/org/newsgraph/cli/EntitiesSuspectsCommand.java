package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.query.suspects.Disagreement;
import org.newsgraph.query.suspects.Evidence;
import org.newsgraph.query.suspects.Suspect;
import org.newsgraph.query.suspects.Suspects;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists people whose nodes may stand for two people, with the conflicting evidence. */
@Command(
    name = "suspects",
    description = {
      "Lists people who may be two people with the same name.",
      "Their articles conflict, for example in age, party, field of work or gender."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities suspects --db data --limit 20"})
final class EntitiesSuspectsCommand implements Callable<Integer> {
  /** Maximum number of passages printed per side; the others are only counted. */
  private static final int MAX_PASSAGES = 5;

  @Mixin private DatabaseOption database;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "List at most N people, the strongest conflict first (default: ${DEFAULT-VALUE}).")
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
        out.println("No articles conflict about a person.");
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
      side(each.left(), out);
      out.println("    against");
      side(each.right(), out);
    }
    out.println();
  }

  private static void side(List<Evidence> side, PrintWriter out) {
    for (Evidence each : side.subList(0, Math.min(MAX_PASSAGES, side.size()))) {
      String date = each.date().map(day -> " (" + day + ")").orElse("");
      out.println("    " + each.article() + date + ": " + value(each) + "“" + each.words() + "”");
    }
    if (side.size() > MAX_PASSAGES) {
      out.println("    and " + (side.size() - MAX_PASSAGES) + " more");
    }
  }

  /** Returns the interpretation of a passage, unless its words state it literally. */
  private static String value(Evidence evidence) {
    Evidence.Trait kind = evidence.kind();
    boolean literal = kind == Evidence.Trait.AGE || kind == Evidence.Trait.GENDER;
    return literal ? "" : evidence.value() + ", ";
  }
}
