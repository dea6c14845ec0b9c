package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.ingest.correction.EntityReferenceResolver;
import org.newsgraph.query.entity.EntityCounts;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.query.entity.MentionReason;
import org.newsgraph.query.entity.MentioningArticle;
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
        print(store, names.resolve(name), out);
      }
      out.flush();
      return Newsgraph.OK;
    }
  }

  private static void print(NewsStore store, Node entity, PrintWriter out) {
    EntityProfile profile = store.read(dataset -> EntityProfile.of(store, dataset, entity));
    EntityCounts counts = store.read(dataset -> EntityCounts.of(dataset, entity));
    List<MentionReason> reasons =
        store.read(
            dataset -> MentionReason.of(dataset, entity, Integer.MAX_VALUE, Integer.MAX_VALUE));
    List<MentioningArticle> articles =
        store.read(
            dataset -> MentioningArticle.oldest(dataset, entity, store.iris(), MAX_ARTICLES));
    out.println(String.join(" / ", profile.labels()));
    line(out, "IRI", entity.getURI());
    line(out, "type", String.join(", ", profile.types()));
    lines(out, "other names", profile.otherNames());
    lines(out, "roles", roles(profile, store.iris()));
    line(out, "statements", Long.toString(counts.statements()));
    line(out, "mentions", Long.toString(counts.mentions()));
    lines(out, "why", reasons.stream().map(EntitiesShowCommand::reason).toList());
    lines(out, "corrections", corrections(profile));
    lines(out, "articles", articles.stream().map(EntitiesShowCommand::article).toList());
    if (counts.articles() > articles.size()) {
      line(out, "", "and " + (counts.articles() - articles.size()) + " more");
    }
  }

  /** Returns the roles, each with date and article, the oldest first. */
  private static List<String> roles(EntityProfile profile, Iris iris) {
    record Line(String date, String article, String text) {
      @Override
      public String toString() {
        return text + " (" + (date.isEmpty() ? "" : date + ", ") + article + ")";
      }
    }
    Stream<String> roles =
        profile.roles().stream()
            .flatMap(
                role ->
                    role.occurrences().stream()
                        .map(it -> new Line(it.date(), iris.articleId(it.article()), role.text())))
            .distinct()
            .sorted(
                Comparator.comparing(Line::date)
                    .thenComparing(Line::article)
                    .thenComparing(Line::text))
            .map(Line::toString);
    return Stream.concat(roles, profile.isComplete() ? Stream.of() : Stream.of("and more"))
        .toList();
  }

  private static List<String> corrections(EntityProfile profile) {
    return profile.corrections().stream()
        .map(it -> it.label() + (it.note().isEmpty() ? "" : " (" + it.note() + ")"))
        .sorted()
        .toList();
  }

  private static String reason(MentionReason reason) {
    return reason.mentions()
        + " × "
        + (reason.text().isEmpty() ? "" : reason.text() + ": ")
        + shorten(
            reason.examples().stream()
                .map(MentionReason.Example::text)
                .collect(Collectors.joining(", ")));
  }

  private static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= MAX_EXAMPLE_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_EXAMPLE_LENGTH - 1)) + "…";
  }

  private static String article(MentioningArticle article) {
    return (article.date().isEmpty() ? "" : article.date() + "  ")
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
