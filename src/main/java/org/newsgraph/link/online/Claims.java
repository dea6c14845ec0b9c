package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Access to the claims of an entity in Wikidata's JSON. */
final class Claims {
  private Claims() {}

  /**
   * Returns the values of best rank of a property: the preferred values, if any; otherwise the
   * values of normal rank.
   */
  static List<JsonNode> best(JsonNode entity, String property) {
    List<JsonNode> preferred = ranked(entity, property, "preferred");
    return preferred.isEmpty() ? ranked(entity, property, "normal") : preferred;
  }

  /** Returns the IDs of the items among the best values of a property. */
  static List<String> items(JsonNode entity, String property) {
    return best(entity, property).stream()
        .flatMap(it -> item(it.path("value")).stream())
        .distinct()
        .toList();
  }

  /** Returns the ID of the item in a value. Old responses give only its number. */
  static Optional<String> item(JsonNode value) {
    String id =
        value.path("id").asText(value.has("numeric-id") ? "Q" + value.path("numeric-id") : "");
    return isItem(id) ? Optional.of(id) : Optional.empty();
  }

  /** Tests whether an ID is that of an item: "Q42". */
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
