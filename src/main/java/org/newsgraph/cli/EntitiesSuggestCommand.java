package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.newsgraph.query.suspects.MergeSuggestion;
import org.newsgraph.query.suspects.MergeSuggestions;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists pairs of nodes that probably stand for one entity. */
@Command(
    name = "suggest",
    description = {
      "Lists pairs of entities that probably are one, the most frequent first.",
      "The evidence is an acronym that an article expands, the same item of the knowledge base, a"
          + " legal form, a part of a person's name, or a similar spelling. Nothing changes:"
          + " \"entities merge\" merges a pair."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities suggest --db data --limit 20"})
final class EntitiesSuggestCommand implements Callable<Integer> {
  @Mixin private DatabaseOption database;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "List at most N pairs (default: ${DEFAULT-VALUE}).")
  private int limit = 50;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(command.commandLine(), "--limit must be at least 1");
    }
    PrintWriter out = command.commandLine().getOut();
    try (NewsStore store = database.open()) {
      List<MergeSuggestion> suggestions = MergeSuggestions.of(store);
      suggestions.stream().limit(limit).forEach(it -> print(it, store, out));
      if (suggestions.isEmpty()) {
        out.println("No two entities look like one.");
      } else if (suggestions.size() > limit) {
        out.printf(Locale.ROOT, "and %,d more; --limit shows them%n", suggestions.size() - limit);
      }
      out.flush();
      return Newsgraph.OK;
    }
  }

  private static void print(MergeSuggestion it, NewsStore store, PrintWriter out) {
    out.printf(Locale.ROOT, "%s = %s%n", describe(it.right()), describe(it.left()));
    out.println(
        "  "
            + it.reasons().stream()
                .map(MergeSuggestion.Reason::description)
                .collect(Collectors.joining("; ")));
    out.println(
        "  newsgraph entities merge \""
            + relative(it.right(), store)
            + "\" \""
            + relative(it.left(), store)
            + "\"");
  }

  private static String describe(MergeSuggestion.NamedNode node) {
    return node.name() + " (" + node.mentions() + ")";
  }

  private static String relative(MergeSuggestion.NamedNode node, NewsStore store) {
    return node.iri().substring(store.iris().base().length());
  }
}
