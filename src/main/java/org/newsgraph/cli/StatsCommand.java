package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.query.statistics.DatasetFigure;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.store.NewsStore;
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
      print(DatasetStatistics.of(store), command.commandLine().getOut());
      return Newsgraph.OK;
    }
  }

  private static void print(DatasetStatistics found, PrintWriter out) {
    line(out, found, "", DatasetFigure.ARTICLES);
    line(out, found, "", DatasetFigure.STATEMENTS);
    for (StatementKind kind : StatementKind.values()) {
      line(out, "  " + kind.name().toLowerCase(Locale.ROOT), found.statements().get(kind));
    }
    line(out, found, "", DatasetFigure.REPORTS);
    line(out, "speakers", found.speakers());
    line(out, "entities", found.allEntities());
    line(out, found, "  ", DatasetFigure.PEOPLE);
    line(out, found, "  ", DatasetFigure.ORGANISATIONS);
    line(out, found, "  ", DatasetFigure.PLACES);
    line(out, "  other", found.entities().get(EntityType.OTHER));
    line(out, "mentions", found.mentions());
    line(out, "roles", found.roles());
    line(out, "triples", found.quads());
    out.flush();
  }

  private static void line(
      PrintWriter out, DatasetStatistics found, String indent, DatasetFigure figure) {
    line(out, indent + figure.label(), figure.of(found));
  }

  private static void line(PrintWriter out, String label, long number) {
    out.printf(Locale.ROOT, "%-24s %,12d%n", label, number);
  }
}
