package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.newsgraph.store.EntityProfile;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is known of an entity. */
@Command(
    name = "show",
    description = "Prints what the database tells of an entity, and how it came to it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities show \"Seumas Milne\""})
final class EntitiesShowCommand implements Callable<Integer> {
  /** How many articles are printed. */
  private static final int ARTICLES = 20;

  /** How many characters of examples are printed. */
  private static final int WORDS = 80;

  @Parameters(
      paramLabel = "NAME",
      description = "One of its names in any case, its IRI, or the end of that (entity/Jo_Cox).")
  private String name;

  @Mixin private DatabaseOption database;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    try (NewsStore store = database.open()) {
      var names =
          new EntityArgument(
              store,
              CorrectionsFile.of(store).read(),
              reason -> new ParameterException(command.commandLine(), reason));
      List<Node> found = names.all(name);
      if (found.size() > 1) {
        out.println("\"" + name + "\" can mean " + found.size() + " entities; show one of these:");
        found.forEach(node -> out.println("  " + store.iris().relative(node)));
      } else {
        print(EntityProfile.of(store, names.one(name)), out);
      }
      out.flush();
      return Newsgraph.OK;
    }
  }

  private static void print(EntityProfile page, PrintWriter out) {
    out.println(String.join(" / ", page.names()));
    line(out, "IRI", page.entity().getURI());
    line(out, "type", String.join(", ", page.types()));
    lines(out, "other names", page.otherNames());
    lines(out, "roles", page.roles().stream().map(it -> role(it)).toList());
    line(out, "statements", Long.toString(page.statements()));
    line(out, "mentions", Long.toString(page.mentions()));
    lines(out, "why", page.reasons().stream().map(EntitiesShowCommand::reason).toList());
    lines(out, "corrections", page.corrections());
    lines(
        out,
        "articles",
        page.articles().stream().limit(ARTICLES).map(EntitiesShowCommand::article).toList());
    if (page.articles().size() > ARTICLES) {
      line(out, "", "and " + (page.articles().size() - ARTICLES) + " more");
    }
  }

  private static String role(EntityProfile.Role role) {
    return role.text()
        + " ("
        + role.date().map(date -> date + ", ").orElse("")
        + role.article()
        + ")";
  }

  private static String reason(EntityProfile.Reason reason) {
    return reason.mentions()
        + " × "
        + (reason.why().isEmpty() ? "" : reason.why() + ": ")
        + cut(reason.words());
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, WORDS - 1)) + "…";
  }

  private static String article(EntityProfile.Naming article) {
    return article.date().map(date -> date + "  ").orElse("")
        + article.id()
        + "  "
        + article.title();
  }

  private static void lines(PrintWriter out, String what, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      line(out, i == 0 ? what : "", values.get(i));
    }
  }

  private static void line(PrintWriter out, String what, String value) {
    out.println(("  " + what + " ".repeat(14 - what.length()) + value).stripTrailing());
  }
}
