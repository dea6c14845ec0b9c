package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.http.Request;

/**
 * The conditions of a list of statements in words: the title of its page, in browsers' tabs, in
 * bookmarks and in print.
 *
 * @param speaker a name; may be empty, as all components
 * @param about the name of the topic
 */
record StatementConditions(
    String speaker,
    String about,
    String role,
    String words,
    String source,
    String kind,
    String from,
    String to) {
  /** Maximum length of a name in a title, in code points. */
  private static final int MAX_LENGTH = 60;

  /** Reads the conditions of a request; IRIs of entities become names. */
  static StatementConditions of(Request request, Iris iris) {
    return new StatementConditions(
        name(value(request, "speaker"), iris),
        name(value(request, "about"), iris),
        value(request, "role"),
        value(request, "q"),
        value(request, "source"),
        value(request, "kind"),
        value(request, "from"),
        value(request, "to"));
  }

  private static String value(Request request, String name) {
    return request.parameter(name).orElse("").strip();
  }

  /**
   * Returns the name under which forms and addresses give an entity. An IRI is kept if the entity
   * is known in a single article only, since its name may mean others as well.
   */
  static String name(String text, Iris iris) {
    if (!text.startsWith(iris.base()) || text.contains("#")) {
      return text;
    }
    try {
      Node entity = iris.parseEntity(text);
      String name = iris.name(entity);
      return iris.parseEntity(name).equals(entity) ? name : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Describes the conditions: "Kishida on China, 2022"; empty if there are none. */
  Optional<String> describe() {
    List<String> parts = new ArrayList<>();
    String who = speaker.isEmpty() ? (about.isEmpty() ? "" : "Statements") : shorten(speaker);
    String head = who + (about.isEmpty() ? "" : " on " + shorten(about));
    add(parts, "", head);
    add(parts, "by speakers with the role “", role.isEmpty() ? "" : shorten(role) + "”");
    add(parts, "containing “", words.isEmpty() ? "" : shorten(words) + "”");
    add(parts, "in ", shorten(source));
    add(parts, "", kind.isEmpty() ? "" : StatementKindLabel.of(kind) + "s only");
    add(parts, "", period());
    return parts.isEmpty() ? Optional.empty() : Optional.of(capitalized(String.join(", ", parts)));
  }

  private static String capitalized(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }

  private static void add(List<String> parts, String before, String value) {
    if (!value.isEmpty()) {
      parts.add(before + value);
    }
  }

  private String period() {
    if (from.equals(to)) {
      return StatementHtml.formatDate(from);
    }
    if (from.isEmpty() || to.isEmpty()) {
      return from.isEmpty()
          ? "until " + StatementHtml.formatDate(to)
          : "since " + StatementHtml.formatDate(from);
    }
    return StatementHtml.formatDate(from) + " – " + StatementHtml.formatDate(to);
  }

  private static String shorten(String text) {
    return StatementHtml.truncate(text, MAX_LENGTH);
  }
}
