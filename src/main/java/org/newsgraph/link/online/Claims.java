package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What Wikidata's JSON claims of an entity. */
final class Claims {
  private Claims() {}

  /**
   * The values that a property has, the best: those preferred where there are such, else all that
   * are not deprecated.
   */
  static List<JsonNode> best(JsonNode entity, String property) {
    List<JsonNode> preferred = ranked(entity, property, "preferred");
    return preferred.isEmpty() ? ranked(entity, property, "normal") : preferred;
  }

  /** Those of the values that are items. */
  static List<String> items(JsonNode entity, String property) {
    return best(entity, property).stream()
        .flatMap(it -> item(it.path("value")).stream())
        .distinct()
        .toList();
  }

  /** The item that a value is; old answers give its number alone. */
  static Optional<String> item(JsonNode value) {
    String id =
        value.path("id").asText(value.has("numeric-id") ? "Q" + value.path("numeric-id") : "");
    return isItem(id) ? Optional.of(id) : Optional.empty();
  }

  /** Whether it is an item's number: "Q42". */
  static boolean isItem(String id) {
    return id.matches("Q[1-9]\\d{0,15}");
  }

  private static List<JsonNode> ranked(JsonNode entity, String property, String rank) {
    return StreamSupport.stream(entity.path("claims").path(property).spliterator(), false)
        .filter(it -> it.path("rank").asText("normal").equals(rank))
        .map(it -> it.path("mainsnak").path("datavalue"))
        .filter(it -> it.has("value"))
        .toList();
  }
}
