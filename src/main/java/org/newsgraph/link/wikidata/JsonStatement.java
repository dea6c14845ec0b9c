package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;

/** A statement in Wikidata's JSON: its rank and its value of any type. */
final class JsonStatement {
  /** Rank of a statement, in ascending order. */
  enum Rank {
    DEPRECATED,
    NORMAL,
    PREFERRED
  }

  private final JsonParser json;
  private Rank rank = Rank.NORMAL;
  private String text = "";
  private int item;
  private String time = "";
  private int precision;
  private double latitude = Double.NaN;
  private double longitude = Double.NaN;
  private String globe = "Q2";

  private JsonStatement(JsonParser json) {
    this.json = json;
  }

  static JsonStatement read(JsonParser json) throws IOException {
    JsonStatement statement = new JsonStatement(json);
    JsonFields.each(json, field -> statement.read(field));
    return statement;
  }

  Rank rank() {
    return rank;
  }

  /**
   * Returns the number of the item to which the statement refers; 0 if its value is not an item.
   */
  int item() {
    return item;
  }

  /** Returns the value, if its type is that of the property. */
  Optional<Fact.Value> value(Property property) {
    return switch (property) {
      case BIRTH, DEATH, INCEPTION, DISSOLVED -> WikidataValues.date(time, precision);
      case COORDINATES -> WikidataValues.point(latitude, longitude, globe);
      case WEBSITE -> WikidataValues.url(text);
      case IMAGE -> WikidataValues.image(text);
      default -> item == 0 ? Optional.empty() : Optional.of(WikidataValues.thing(item));
    };
  }

  private void read(String field) throws IOException {
    switch (field) {
      case "rank" -> rank = rank(JsonFields.text(json));
      case "mainsnak" -> JsonFields.each(json, part -> snak(part));
      default -> json.skipChildren();
    }
  }

  private static Rank rank(String name) {
    return switch (name) {
      case "preferred" -> Rank.PREFERRED;
      case "deprecated" -> Rank.DEPRECATED;
      default -> Rank.NORMAL;
    };
  }

  private void snak(String field) throws IOException {
    if (field.equals("datavalue")) {
      JsonFields.each(json, part -> datavalue(part));
    } else {
      json.skipChildren();
    }
  }

  private void datavalue(String field) throws IOException {
    if (!field.equals("value")) {
      json.skipChildren();
    } else if (json.currentToken() == JsonToken.START_OBJECT) {
      JsonFields.each(json, part -> part(part));
    } else {
      text = JsonFields.text(json);
    }
  }

  /** Reads a field of a structured value. */
  private void part(String name) throws IOException {
    switch (name) {
      // Dumps from before 2017 have only the number.
      case "numeric-id" -> item = item == 0 ? json.getValueAsInt() : item;
      case "id" -> item = WikidataValues.number(JsonFields.text(json));
      case "time" -> time = JsonFields.text(json);
      case "precision" -> precision = json.getValueAsInt();
      case "latitude" -> latitude = json.getValueAsDouble(Double.NaN);
      case "longitude" -> longitude = json.getValueAsDouble(Double.NaN);
      case "globe" -> {
        String iri = JsonFields.text(json);
        globe = iri.substring(iri.lastIndexOf('/') + 1);
      }
      default -> {}
    }
    json.skipChildren();
  }
}
