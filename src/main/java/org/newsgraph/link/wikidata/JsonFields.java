package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Goes through objects and arrays. What is empty may be an array where an object is meant: PHP
 * knows no difference, and dumps of some years have it so.
 */
final class JsonFields {
  /** Reads a value whole, or passes over it. */
  interface Field {
    void read(String name) throws IOException;
  }

  /** Reads an element whole, or passes over it. */
  interface Element {
    void read() throws IOException;
  }

  private JsonFields() {}

  /** For the value of each field of the object at which the parser stands. */
  static void each(JsonParser json, Field field) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY && json.nextToken() == JsonToken.END_ARRAY) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("no object where one is wanted");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  /** For each element of the array at which the parser stands. */
  static void each(JsonParser json, Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IOException("no array where one is wanted");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** A text; of anything else nothing. */
  static String text(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return "";
  }
}
