package org.newsgraph.export.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes GEXF 1.3, the format of Gephi, with edge types, positions, sizes, colours, and days as
 * dynamic time.
 */
public final class Gexf implements NetworkExport.Syntax {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta><creator>Newsgraph</creator></meta>
      """;

  @Override
  public void write(Network network, double[] places, Writer out) throws IOException {
    boolean dated = network.vertices().stream().anyMatch(it -> it.first() != null);
    out.write(HEAD);
    // No default edge type, because Gephi drops all edges of other types.
    out.write(
        "<graph"
            + (dated
                ? " mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n"
                : " mode=\"static\">\n"));
    out.write("<attributes class=\"node\" mode=\"static\">\n");
    List<String> names = new ArrayList<>();
    if (!network.vertices().isEmpty()) {
      for (Map.Entry<String, Object> column : NetworkAttributes.of(network, 0).entrySet()) {
        // Only text attributes can be null.
        out.write(
            "<attribute id=\"%d\" title=\"%s\" type=\"%s\"/>%n"
                .formatted(
                    names.size(),
                    column.getKey(),
                    column.getValue() instanceof Integer ? "integer" : "string"));
        names.add(column.getKey());
      }
    }
    out.write("</attributes>\n<nodes>\n");
    for (int i = 0; i < network.vertices().size(); i++) {
      node(network, i, places, out);
    }
    out.write("</nodes>\n<edges>\n");
    int[] number = {0};
    network.forEachEdge(edge -> edge(network, edge, number[0]++, out));
    out.write("</edges>\n</graph>\n</gexf>\n");
  }

  private static void node(Network network, int place, double[] places, Writer out)
      throws IOException {
    Vertex vertex = network.vertices().get(place);
    out.write(
        "<node id=\"%s\" label=\"%s\"%s>"
            .formatted(
                XmlText.escaped(vertex.id()),
                XmlText.escaped(vertex.label()),
                days(vertex.first(), vertex.last())));
    out.write("<attvalues>");
    int column = 0;
    for (Object value : NetworkAttributes.of(network, place).values()) {
      if (value != null) {
        out.write("<attvalue for=\"" + column + "\" value=\"" + XmlText.escaped(value) + "\"/>");
      }
      column++;
    }
    out.write(
        "</attvalues><viz:size value=\"" + (float) NetworkAttributes.size(network, place) + "\"/>");
    if (places.length > 0) {
      out.write(
          "<viz:position x=\"%s\" y=\"%s\" z=\"0.0\"/>"
              .formatted((float) places[2 * place], (float) places[2 * place + 1]));
    }
    out.write(colour(vertex.type()) + "</node>\n");
  }

  /** Returns a colour that people with colour vision deficiency can distinguish. */
  private static String colour(String type) {
    return switch (type) {
      case "Person" -> "<viz:color r=\"0\" g=\"114\" b=\"178\"/>";
      case "Organisation" -> "<viz:color r=\"230\" g=\"159\" b=\"0\"/>";
      case "Place" -> "<viz:color r=\"0\" g=\"158\" b=\"115\"/>";
      case Vertex.ARTICLE -> "<viz:color r=\"204\" g=\"121\" b=\"167\"/>";
      default -> "<viz:color r=\"153\" g=\"153\" b=\"153\"/>";
    };
  }

  private static void edge(Network network, Edge edge, int number, Writer out) {
    try {
      out.write(
          "<edge id=\"%d\" source=\"%s\" target=\"%s\" type=\"%s\" kind=\"%s\" label=\"%s\" weight=\"%d.0\"%s/>%n"
              .formatted(
                  number,
                  XmlText.escaped(network.vertices().get(edge.from()).id()),
                  XmlText.escaped(network.vertices().get(edge.to()).id()),
                  edge.type().directed() ? "directed" : "undirected",
                  edge.type(),
                  edge.type(),
                  edge.weight(),
                  days(edge.first(), edge.last())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String days(LocalDate first, LocalDate last) {
    return first == null ? "" : " start=\"" + first + "\" end=\"" + last + "\"";
  }
}
