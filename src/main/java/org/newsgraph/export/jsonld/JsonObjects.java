package org.newsgraph.export.jsonld;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates JSON objects and generators that write them. */
final class JsonObjects {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonObjects() {}

  /** Returns a generator that leaves the stream open. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setCodec(MAPPER);
    return json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** Returns an object of alternating names and values; null and empty values are omitted. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      boolean empty = value == null || (value instanceof Collection<?> all && all.isEmpty());
      if (!empty) {
        object.put(namesAndValues[i].toString(), value);
      }
    }
    return object;
  }
}
