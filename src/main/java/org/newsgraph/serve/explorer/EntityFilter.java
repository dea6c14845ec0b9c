package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The statements that a timeline counts. Empty components are ignored.
 *
 * @param about the topic: an IRI or a name
 * @param speaker an IRI or a name
 * @param terms words of the content
 */
record EntityFilter(String about, String speaker, String terms) {
  /** Tests whether the filter has no conditions. */
  boolean isEmpty() {
    return about.isEmpty() && speaker.isEmpty() && terms.isEmpty();
  }

  /** Describes the filter for a sentence: "about Aleppo by Boris Johnson". */
  String describe() {
    return describe("about ", about)
        + describe(" by ", speaker)
        + describe(" with the words ", terms);
  }

  private static String describe(String before, String value) {
    return value.isEmpty() ? "" : before + value.replace('_', ' ');
  }

  /** Returns the filter as the query part of a URL. */
  String queryString() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("about", about);
    parameters.put("speaker", speaker);
    parameters.put("q", terms);
    return parameters.entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
