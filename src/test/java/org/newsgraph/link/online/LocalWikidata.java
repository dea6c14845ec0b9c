package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsgraph.link.online.LocalServer.ReceivedRequest;

/** A local imitation of Wikidata's API with the items of files of its responses. */
final class LocalWikidata {
  static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> items = new LinkedHashMap<>();

  /** Returns an API with synthetic items. */
  static LocalWikidata madeUp() throws IOException {
    LocalWikidata made = new LocalWikidata();
    try (InputStream in = LocalWikidata.class.getResourceAsStream("entities.json")) {
      made.add(JSON.readTree(in));
    }
    return made;
  }

  /** Returns an API with items from recorded responses of Wikidata. */
  static LocalWikidata recorded(List<Path> answers) throws IOException {
    LocalWikidata recorded = new LocalWikidata();
    for (Path answer : answers) {
      recorded.add(JSON.readTree(Files.readString(answer, UTF_8)));
    }
    return recorded;
  }

  private void add(JsonNode answer) {
    for (Map.Entry<String, JsonNode> item : answer.path("entities").properties()) {
      items.putIfAbsent(item.getKey(), item.getValue());
    }
  }

  void answer(HttpExchange exchange, ReceivedRequest asked) throws IOException {
    Map<String, String> parameters = asked.parameters();
    ObjectNode answer =
        switch (parameters.getOrDefault("action", "")) {
          case "wbsearchentities" -> search(parameters.get("search"), parameters.get("language"));
          case "wbgetentities" -> entities(List.of(parameters.get("ids").split("\\|")));
          default -> throw new AssertionError("Wikidata knows no such action: " + asked);
        };
    LocalServer.send(exchange, 200, answer.put("success", 1).toString());
  }

  private ObjectNode search(String name, String language) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode hits = answer.putArray("search");
    items.forEach(
        (id, item) -> {
          for (JsonNode text : texts(item, language)) {
            String value = text.path("value").asText();
            if (folded(value).startsWith(folded(name))) {
              hits.addObject()
                  .put("id", id)
                  .putObject("match")
                  .put("type", "label")
                  .put("text", value);
              return;
            }
          }
        });
    return answer;
  }

  private static List<JsonNode> texts(JsonNode item, String language) {
    List<JsonNode> texts = new ArrayList<>();
    texts.add(item.path("labels").path(language));
    texts.add(item.path("labels").path("mul"));
    item.path("aliases").path(language).forEach(texts::add);
    texts.removeIf(JsonNode::isMissingNode);
    return texts;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private ObjectNode entities(List<String> ids) {
    if (ids.size() > 50) {
      throw new AssertionError("Wikidata refuses more than 50 items: " + ids.size());
    }
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode entities = answer.putObject("entities");
    for (String id : ids) {
      entities.set(
          id,
          items.containsKey(id)
              ? items.get(id)
              : JSON.createObjectNode().put("id", id).put("missing", ""));
    }
    return answer;
  }
}
