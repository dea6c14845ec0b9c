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
 * @param words words of the content
 */
record EntityFilter(String about, String speaker, String words) {
  /** Tests whether the filter has no conditions. */
  boolean isOpen() {
    return about.isEmpty() && speaker.isEmpty() && words.isEmpty();
  }

  /** Describes the filter for a sentence: "about Aleppo by Boris Johnson". */
  String inWords() {
    return inWords("about ", about) + inWords(" by ", speaker) + inWords(" with the words ", words);
  }

  private static String inWords(String before, String value) {
    return value.isEmpty() ? "" : before + value.replace('_', ' ');
  }

  /** Returns the filter as the query part of a URL. */
  String parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("about", about);
    parameters.put("speaker", speaker);
    parameters.put("q", words);
    return parameters.entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
