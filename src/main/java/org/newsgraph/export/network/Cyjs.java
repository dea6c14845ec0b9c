package org.newsgraph.export.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** Writes Cytoscape.js JSON, which Cytoscape also opens as a network (.cyjs). */
public final class Cyjs implements NetworkExport.Syntax {
  @Override
  public void write(Network network, double[] places, Writer out) throws IOException {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("format_version", "1.0");
      json.writeStringField("generated_by", "newsgraph");
      json.writeStringField("target_cytoscapejs_version", "~3.0");
      json.writeObjectFieldStart("data");
      json.writeStringField("name", "Newsgraph");
      json.writeEndObject();
      json.writeObjectFieldStart("elements");
      json.writeArrayFieldStart("nodes");
      for (int i = 0; i < network.vertices().size(); i++) {
        node(network, i, places, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("edges");
      int[] number = {0};
      network.forEachEdge(edge -> edge(network, edge, number[0]++, json));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void node(Network network, int place, double[] places, JsonGenerator json)
      throws IOException {
    Vertex vertex = network.vertices().get(place);
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeObjectFieldStart("data");
    json.writeStringField("id", vertex.id());
    json.writeStringField("name", vertex.label());
    columns(NetworkAttributes.of(network, place), json);
    json.writeNumberField("size", Math.round(NetworkAttributes.size(network, place)));
    json.writeEndObject();
    if (places.length > 0) {
      json.writeObjectFieldStart("position");
      json.writeNumberField("x", (float) places[2 * place]);
      json.writeNumberField("y", (float) places[2 * place + 1]);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void edge(Network network, Edge edge, int number, JsonGenerator json) {
    try {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeObjectFieldStart("data");
      json.writeStringField("id", "e" + number);
      json.writeStringField("source", network.vertices().get(edge.from()).id());
      json.writeStringField("target", network.vertices().get(edge.to()).id());
      json.writeStringField("interaction", edge.type().toString());
      json.writeBooleanField("directed", edge.type().directed());
      columns(NetworkAttributes.of(edge), json);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void columns(Map<String, Object> columns, JsonGenerator json) throws IOException {
    for (Map.Entry<String, Object> column : columns.entrySet()) {
      if (column.getValue() instanceof Integer number) {
        json.writeNumberField(column.getKey(), number);
      } else if (column.getValue() != null) {
        json.writeStringField(column.getKey(), column.getValue().toString());
      }
    }
  }
}
