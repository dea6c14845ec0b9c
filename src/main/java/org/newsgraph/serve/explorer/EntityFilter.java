package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a timeline is about; what is empty does not matter.
 *
 * @param about an IRI or a name
 * @param speaker an IRI or a name
 * @param words that were said
 */
record EntityFilter(String about, String speaker, String words) {
  boolean isOpen() {
    return about.isEmpty() && speaker.isEmpty() && words.isEmpty();
  }

  String inWords() {
    return inWords("about ", about) + inWords(" by ", speaker) + inWords(" with the words ", words);
  }

  private static String inWords(String before, String value) {
    return value.isEmpty() ? "" : before + value.replace('_', ' ');
  }

  /** As a query of an address has it. */
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
