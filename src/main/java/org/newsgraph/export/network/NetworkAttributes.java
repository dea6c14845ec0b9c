package org.newsgraph.export.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** Attributes of vertices and edges in the export formats, other than labels and ends of edges. */
final class NetworkAttributes {
  private NetworkAttributes() {}

  /** Returns a vertex's attributes by name: strings or integers, or null if unknown. */
  static Map<String, Object> of(Network network, int place) {
    Vertex vertex = network.vertices().get(place);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("type", vertex.type());
    values.put("articles", vertex.articles());
    values.put("mentions", vertex.mentions());
    values.put("statements_by", vertex.statementsBy());
    values.put("statements_about", vertex.statementsAbout());
    values.put("degree", network.degree(place));
    values.put("weighted_degree", network.weight(place));
    values.put("link", vertex.link());
    values.put("publisher", vertex.publisher());
    values.put("first", vertex.first() == null ? null : vertex.first().toString());
    values.put("last", vertex.last() == null ? null : vertex.last().toString());
    return values;
  }

  /** Returns an edge's attributes by name: strings or integers, or null if unknown. */
  static Map<String, Object> of(Edge edge) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tie", edge.type().toString());
    values.put("weight", edge.weight());
    values.put("first", edge.first() == null ? null : edge.first().toString());
    values.put("last", edge.last() == null ? null : edge.last().toString());
    return values;
  }

  /** Returns the display size of a vertex. */
  static double size(Network network, int place) {
    return 4 + 3 * Math.sqrt(network.degree(place));
  }
}
