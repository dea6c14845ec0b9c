package org.newsgraph.serve.cite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Citations in BibTeX: an {@code @article} each, with the quotation as its note. */
final class BibTex {
  private static final Map<Character, String> ESCAPED =
      Map.of(
          '\\', "\\textbackslash{}",
          '{', "\\{",
          '}', "\\}",
          '%', "\\%",
          '&', "\\&",
          '$', "\\$",
          '#', "\\#",
          '_', "\\_",
          '~', "\\textasciitilde{}",
          '^', "\\textasciicircum{}");

  private BibTex() {}

  static String write(List<Citation> citations) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < citations.size(); i++) {
      out.append(entry(citations.get(i), i + 1));
    }
    return out.toString();
  }

  private static String entry(Citation it, int number) {
    List<Integer> date = PublicationDate.of(it.issued()).parts();
    Map<String, String> fields = new LinkedHashMap<>();
    // Braces keep BibTeX from dividing a name in its parts, and from changing its capitals.
    fields.put(
        "author",
        it.article().authors().stream()
            .map(name -> "{" + escape(name) + "}")
            .collect(Collectors.joining(" and ")));
    fields.put("title", "{" + escape(it.article().title()) + "}");
    fields.put("journal", escape(it.publication()));
    fields.put("year", date.isEmpty() ? "" : date.get(0).toString());
    fields.put("month", date.size() < 2 ? "" : date.get(1).toString());
    fields.put("day", date.size() < 3 ? "" : date.get(2).toString());
    fields.put("url", it.original().orElse(it.address()));
    fields.put("note", escape("“" + it.words() + "” (" + it.attribution() + "). " + it.address()));
    return fields.entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
        .collect(Collectors.joining(",\n", "@article{" + key(it, date, number) + ",\n", "\n}\n\n"));
  }

  /** Returns the key of an entry: "roe2016-1". */
  private static String key(Citation it, List<Integer> date, int number) {
    String name = it.speaker().replaceAll("^.*\\s", "").toLowerCase(Locale.ROOT);
    String ascii = name.replaceAll("[^a-z]", "");
    return (ascii.isEmpty() ? "statement" : ascii)
        + (date.isEmpty() ? "" : date.get(0))
        + "-"
        + number;
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.replaceAll("\\s+", " ")
        .chars()
        .forEach(it -> out.append(ESCAPED.getOrDefault((char) it, String.valueOf((char) it))));
    return out.toString();
  }
}
