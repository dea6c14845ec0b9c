package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.newsgraph.ingest.correction.EntityReferenceResolver;
import org.newsgraph.store.EntityProfile;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints everything that is known about an entity. */
@Command(
    name = "show",
    description =
        "Shows what is known about an entity, where it is mentioned, and why its names refer to"
            + " it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph entities show \"Seumas Milne\""})
final class EntitiesShowCommand implements Callable<Integer> {
  /** Maximum number of articles printed. */
  private static final int MAX_ARTICLES = 20;

  /** Maximum length of an example, in code points. */
  private static final int MAX_EXAMPLE_LENGTH = 80;

  @Parameters(
      paramLabel = "NAME",
      description =
          "One of its names (case does not matter), its IRI, or the end of its IRI"
              + " (entity/Jo_Cox).")
  private String name;

  @Mixin private DatabaseOption database;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    try (NewsStore store = database.open()) {
      var names =
          new EntityReferenceResolver(
              store,
              CorrectionsFile.of(store).read(),
              reason -> new ParameterException(command.commandLine(), reason));
      List<Node> found = names.resolveAll(name);
      if (found.size() > 1) {
        out.println("\"" + name + "\" can mean " + found.size() + " entities; show one of these:");
        found.forEach(node -> out.println("  " + store.iris().relative(node)));
      } else {
        print(EntityProfile.of(store, names.resolve(name)), out);
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
        page.articles().stream().limit(MAX_ARTICLES).map(EntitiesShowCommand::article).toList());
    if (page.articles().size() > MAX_ARTICLES) {
      line(out, "", "and " + (page.articles().size() - MAX_ARTICLES) + " more");
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
        + shorten(reason.words());
  }

  private static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= MAX_EXAMPLE_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_EXAMPLE_LENGTH - 1)) + "…";
  }

  private static String article(EntityProfile.Naming article) {
    return article.date().map(date -> date + "  ").orElse("")
        + article.id()
        + "  "
        + article.title();
  }

  private static void lines(PrintWriter out, String label, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      line(out, i == 0 ? label : "", values.get(i));
    }
  }

  private static void line(PrintWriter out, String label, String value) {
    out.println(("  " + label + " ".repeat(14 - label.length()) + value).stripTrailing());
  }
}
