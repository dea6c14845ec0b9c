package org.newsgraph.export.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/**
 * Writes GraphML. All edges are written as directed, because NetworkX cannot read a mixture;
 * undirected edges are written once.
 */
public final class GraphMl implements NetworkExport.Syntax {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      """;

  @Override
  public void write(Network network, double[] places, Writer out) throws IOException {
    out.write(HEAD);
    key(out, "node", "label", "string");
    for (String name : new String[] {"type", "link", "publisher", "first", "last"}) {
      key(out, "node", name, "string");
    }
    for (String name :
        new String[] {
          "articles", "mentions", "statements_by", "statements_about", "degree", "weighted_degree"
        }) {
      key(out, "node", name, "int");
    }
    for (String name : new String[] {"x", "y", "size"}) {
      key(out, "node", name, "double");
    }
    key(out, "edge", "tie", "string");
    // Gephi shows this attribute as the edge's label.
    key(out, "edge", "label", "string");
    key(out, "edge", "weight", "double");
    key(out, "edge", "first", "string");
    key(out, "edge", "last", "string");
    out.write("<graph edgedefault=\"directed\">\n");
    for (int i = 0; i < network.vertices().size(); i++) {
      node(network, i, places, out);
    }
    int[] number = {0};
    network.forEachEdge(edge -> edge(network, edge, number[0]++, out));
    out.write("</graph>\n</graphml>\n");
  }

  private static void key(Writer out, String on, String name, String type) throws IOException {
    out.write(
        "<key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>%n"
            .formatted(on, name, on, name, type));
  }

  private static void node(Network network, int place, double[] places, Writer out)
      throws IOException {
    Vertex vertex = network.vertices().get(place);
    out.write("<node id=\"" + XmlText.escaped(vertex.id()) + "\">");
    data(out, "node_label", vertex.label());
    for (Map.Entry<String, Object> column : NetworkAttributes.of(network, place).entrySet()) {
      data(out, "node_" + column.getKey(), column.getValue());
    }
    if (places.length > 0) {
      data(out, "node_x", (float) places[2 * place]);
      data(out, "node_y", (float) places[2 * place + 1]);
    }
    data(out, "node_size", (float) NetworkAttributes.size(network, place));
    out.write("</node>\n");
  }

  private static void edge(Network network, Edge edge, int number, Writer out) {
    try {
      out.write(
          "<edge id=\"e%d\" source=\"%s\" target=\"%s\">"
              .formatted(
                  number,
                  XmlText.escaped(network.vertices().get(edge.from()).id()),
                  XmlText.escaped(network.vertices().get(edge.to()).id())));
      data(out, "edge_label", edge.type());
      for (Map.Entry<String, Object> column : NetworkAttributes.of(edge).entrySet()) {
        data(out, "edge_" + column.getKey(), column.getValue());
      }
      out.write("</edge>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void data(Writer out, String key, Object value) throws IOException {
    if (value != null) {
      out.write("<data key=\"" + key + "\">" + XmlText.escaped(value) + "</data>");
    }
  }
}
