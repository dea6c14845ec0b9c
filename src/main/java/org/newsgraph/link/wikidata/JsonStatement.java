package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;

/** A statement of Wikidata's JSON: its rank and its value, whatever kind that is. */
final class JsonStatement {
  /** In rising order. */
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

  /** The number of the item that it points to; 0 where it points to none. */
  int item() {
    return item;
  }

  /** Its value, where it is of the kind that the property has. */
  Optional<Fact.Value> value(Property property) {
    return switch (property) {
      case BIRTH, DEATH, INCEPTION, DISSOLVED -> WikidataValues.date(time, precision);
      case COORDINATES -> WikidataValues.point(latitude, longitude, globe);
      case WEBSITE -> WikidataValues.web(text);
      case IMAGE -> WikidataValues.picture(text);
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

  /** A part of a value that has parts. */
  private void part(String name) throws IOException {
    switch (name) {
      // Dumps of before 2017 have the number alone.
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
