package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the statistics of a database. */
@Command(
    name = "stats",
    description = "Prints statistics of the database; statements are those that were said.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph stats --db data"})
final class StatsCommand implements Callable<Integer> {
  @Mixin private DatabaseOption database;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    try (NewsStore store = database.open()) {
      print(Statistics.of(store), command.commandLine().getOut());
      return Newsgraph.OK;
    }
  }

  private static void print(Statistics found, PrintWriter out) {
    line(out, "articles", found.articles());
    line(out, "statements", found.allStatements());
    for (StatementKind kind : StatementKind.values()) {
      line(out, "  " + kind.name().toLowerCase(Locale.ROOT), found.statements().get(kind));
    }
    line(out, "reports of speech acts", found.reports());
    line(out, "speakers", found.speakers());
    line(out, "entities", found.allEntities());
    line(out, "  people", found.entities().get(EntityType.PERSON));
    line(out, "  organisations", found.entities().get(EntityType.ORGANISATION));
    line(out, "  places", found.entities().get(EntityType.PLACE));
    line(out, "  other", found.entities().get(EntityType.OTHER));
    line(out, "mentions", found.mentions());
    line(out, "roles", found.roles());
    line(out, "triples", found.triples());
    out.flush();
  }

  private static void line(PrintWriter out, String label, long number) {
    out.printf(Locale.ROOT, "%-24s %,12d%n", label, number);
  }
}
