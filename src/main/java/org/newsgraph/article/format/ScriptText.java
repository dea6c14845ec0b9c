package org.newsgraph.article.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article of a page that contains it only as data in a script, from which a browser would
 * build the page.
 *
 * <p>The data give all paragraphs of an article the same path of names. The path with most text is
 * that of the article.
 */
final class ScriptText {
  /** Maximum size of a script, in UTF-16 code units. */
  private static final int MAX_SCRIPT_LENGTH = 4 << 20;

  /** Minimum length of an article, in UTF-16 code units. */
  private static final int MIN_LENGTH = 400;

  /** Minimum length of a text that counts as prose, in UTF-16 code units. */
  private static final int MIN_PROSE = 80;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "^\\s*(?:window\\.|self\\.|var |let |const )?[\\w.$\\[\\]\"']{1,80}\\s*=\\s*");

  /** Names that are keys of a table rather than names of fields: "Paragraph:17". */
  private static final Pattern KEY = Pattern.compile(".*\\d.*");

  private static final Pattern NO_TEXT = Pattern.compile("(?s)\\s*[{\\[].*|\\s*https?://\\S*\\s*");

  private final Map<String, List<String>> textsByPath = new LinkedHashMap<>();

  private ScriptText() {}

  /** Returns the paragraphs of the article, or an empty list if no script contains one. */
  static List<String> paragraphs(Document page) {
    ScriptText texts = new ScriptText();
    for (Element script : page.select("script:not([src])")) {
      if (script.data().length() <= MAX_SCRIPT_LENGTH) {
        json(script.data()).ifPresent(it -> texts.collect("", it));
      }
    }
    List<String> best =
        texts.textsByPath.values().stream()
            .max((left, right) -> Integer.compare(prose(left), prose(right)))
            .orElse(List.of());
    return prose(best) >= MIN_LENGTH ? htmlParagraphs(best) : List.of();
  }

  private static int prose(List<String> texts) {
    return texts.stream().mapToInt(String::length).filter(it -> it >= MIN_PROSE).sum();
  }

  /** Converts texts, which may contain markup, to paragraphs. */
  static List<String> htmlParagraphs(List<String> texts) {
    List<String> paragraphs = new ArrayList<>();
    for (String text : texts) {
      if (text.contains("<")) {
        paragraphs.addAll(HtmlText.paragraphsWithIndentation(Jsoup.parseBodyFragment(text).body()));
      } else {
        text.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(paragraphs::add);
      }
    }
    return paragraphs;
  }

  /** Returns the JSON object of a script, which may assign it to a variable. */
  private static Optional<JsonNode> json(String script) {
    String data = ASSIGNMENT.matcher(script).replaceFirst("").strip();
    if (!data.startsWith("{") && !data.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(data));
    } catch (JsonProcessingException e) {
      // The script is code, not data.
      return Optional.empty();
    }
  }

  private void collect(String path, JsonNode node) {
    if (node.isTextual()) {
      String text = node.textValue();
      if (text.contains(" ") && !NO_TEXT.matcher(text).matches()) {
        textsByPath.computeIfAbsent(path, key -> new ArrayList<>()).add(text);
      }
    } else if (node.isArray()) {
      node.forEach(item -> collect(path + "/*", item));
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = KEY.matcher(field.getKey()).matches() ? "#" : field.getKey();
        collect(path + "/" + name, field.getValue());
      }
    }
  }
}
