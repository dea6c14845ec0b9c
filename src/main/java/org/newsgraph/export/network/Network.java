package org.newsgraph.export.network;

import java.util.List;
import java.util.function.Consumer;

/** Vertices, and weighted edges between them. */
public final class Network {
  private final List<Vertex> vertices;
  private final List<EdgeTable> edges;
  private final int[] degrees;
  private final int[] weights;

  Network(List<Vertex> vertices, List<EdgeTable> edges) {
    this.vertices = List.copyOf(vertices);
    this.edges = List.copyOf(edges);
    this.degrees = new int[vertices.size()];
    this.weights = new int[vertices.size()];
    forEachEdge(
        edge -> {
          degrees[edge.from()]++;
          degrees[edge.to()]++;
          weights[edge.from()] += edge.weight();
          weights[edge.to()] += edge.weight();
        });
  }

  public List<Vertex> vertices() {
    return vertices;
  }

  /** How many edges there are. */
  public int edgeCount() {
    return edges.stream().mapToInt(EdgeTable::size).sum();
  }

  /** Goes through the edges, tie by tie. */
  public void forEachEdge(Consumer<Edge> visitor) {
    edges.forEach(table -> table.forEach(visitor));
  }

  /** How many edges the vertex in this place has. */
  public int degree(int vertex) {
    return degrees[vertex];
  }

  /** The weights of its edges together. */
  public int weight(int vertex) {
    return weights[vertex];
  }
}
