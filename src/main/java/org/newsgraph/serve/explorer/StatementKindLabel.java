package org.newsgraph.serve.explorer;

import java.util.List;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.SelectField;

/** The words that pages use for the kinds of statements. */
final class StatementKindLabel {
  private static final List<String> CODES = List.of("direct", "mixed", "indirect");

  private StatementKindLabel() {}

  /** Returns the label of a kind: "quote", "part quote" or "paraphrase". */
  static String of(String kind) {
    return switch (kind) {
      case "direct" -> "quote";
      case "mixed" -> "part quote";
      case "indirect" -> "paraphrase";
      default -> kind;
    };
  }

  /** Returns the options of a list in a form, with "any" first. */
  static List<SelectField.Option> options() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(new SelectField.Option("", "any")),
            CODES.stream().map(it -> new SelectField.Option(it, of(it))))
        .toList();
  }

  /** Renders a line that explains the kinds and the confidence. */
  static Html legend() {
    return Html.of(
        "<p class=\"quiet small legend\">{} {} {} <span>Confidence: how likely it is that these"
            + " words, by this speaker, are in the article. It does not say whether they are true.</span></p>",
        entry("direct", "the speaker’s own words"),
        entry("mixed", "partly the speaker’s own words"),
        entry("indirect", "the article’s words"));
  }

  private static Html entry(String kind, String meaning) {
    return Html.of("<span class=\"kind {}\">{}: {}</span>", kind, of(kind), meaning);
  }
}
