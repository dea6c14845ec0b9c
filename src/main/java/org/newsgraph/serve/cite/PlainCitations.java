package org.newsgraph.serve.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Citations as text for people: a quotation and its source, one paragraph each. */
final class PlainCitations {
  private PlainCitations() {}

  static String text(List<Citation> citations) {
    return citations.stream()
        .map(
            it ->
                "“"
                    + it.words()
                    + "” ("
                    + it.attribution()
                    + ".) "
                    + source(it, it.article().title()))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  static String markdown(List<Citation> citations) {
    return citations.stream()
        .map(PlainCitations::markdown)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String markdown(Citation it) {
    String quotation =
        it.words()
            .lines()
            .map(PlainCitations::escape)
            .collect(Collectors.joining("\n> ", "> ", ""));
    return quotation
        + "\n>\n> — "
        + escape(it.attribution())
        + ". "
        + source(it, escape(it.article().title()));
  }

  /** Writes the source: author, headline, publication, date, original and address. */
  private static String source(Citation it, String headline) {
    List<String> parts = new ArrayList<>();
    if (!it.article().authors().isEmpty()) {
      parts.add(String.join(", ", it.article().authors()));
    }
    parts.add("“" + headline + "”");
    if (!it.publication().isEmpty()) {
      parts.add(it.publication());
    }
    if (!it.issued().isEmpty()) {
      parts.add(PublicationDate.of(it.issued()).text());
    }
    return String.join(", ", parts)
        + "."
        + it.original().map(" "::concat).orElse("")
        + " "
        + it.address();
  }

  /** Escapes the characters that Markdown would read as markup. */
  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
