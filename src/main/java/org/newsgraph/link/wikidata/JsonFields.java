package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Iteration over objects and arrays. An empty object may be written as an array, because PHP does
 * not distinguish them; dumps of some years do so.
 */
final class JsonFields {
  /** A callback that reads or skips the complete value of a field. */
  interface Field {
    void read(String name) throws IOException;
  }

  /** A callback that reads or skips a complete element. */
  interface Element {
    void read() throws IOException;
  }

  private JsonFields() {}

  /** Calls back for each field of the object at which the parser is positioned. */
  static void each(JsonParser json, Field field) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.END_ARRAY) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("an object is expected");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  /** Calls back for each element of the array at which the parser is positioned. */
  static void each(JsonParser json, Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IOException("an array is expected");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** Reads a string; skips any other value and returns an empty string. */
  static String text(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return "";
  }
}
