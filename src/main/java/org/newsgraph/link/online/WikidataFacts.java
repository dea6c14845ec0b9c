package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;
import org.newsgraph.link.wikidata.WikidataValues;

/**
 * Reader of facts from Wikidata's JSON, in the <a
 * href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">Wikibase data
 * model</a>.
 */
final class WikidataFacts {
  private WikidataFacts() {}

  /** Returns all facts of an entity. Items in values have their IDs as labels. */
  static List<Fact> of(JsonNode entity) {
    return Arrays.stream(Property.values())
        .flatMap(
            property ->
                Claims.best(entity, property.id()).stream()
                    .flatMap(it -> value(property, it).stream())
                    .distinct()
                    .map(it -> new Fact(property, it)))
        .toList();
  }

  private static Optional<Fact.Value> value(Property property, JsonNode datavalue) {
    JsonNode value = datavalue.path("value");
    return switch (datavalue.path("type").asText()) {
      case "wikibase-entityid" ->
          Claims.item(value).map(id -> new Fact.Thing(Item.WIKIDATA + id, id));
      case "time" ->
          WikidataValues.date(value.path("time").asText(), value.path("precision").asInt());
      case "globecoordinate" -> point(value);
      case "string" ->
          property == Property.IMAGE
              ? WikidataValues.image(value.asText())
              : WikidataValues.url(value.asText());
      default -> Optional.empty();
    };
  }

  private static Optional<Fact.Value> point(JsonNode value) {
    String globe = value.path("globe").asText(Item.WIKIDATA + WikidataValues.EARTH);
    return WikidataValues.point(
        value.path("latitude").asDouble(Double.NaN),
        value.path("longitude").asDouble(Double.NaN),
        globe.substring(globe.lastIndexOf('/') + 1));
  }
}
