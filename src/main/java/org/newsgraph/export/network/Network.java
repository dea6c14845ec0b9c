package org.newsgraph.export.network;

import java.util.List;
import java.util.function.Consumer;

/** A network of vertices and weighted edges. */
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

  /** Returns the number of edges. */
  public int edgeCount() {
    return edges.stream().mapToInt(EdgeTable::size).sum();
  }

  /** Visits the edges, type by type. */
  public void forEachEdge(Consumer<Edge> visitor) {
    edges.forEach(table -> table.forEach(visitor));
  }

  /** Returns the degree of the vertex with this index. */
  public int degree(int vertex) {
    return degrees[vertex];
  }

  /** Returns the weighted degree of the vertex with this index. */
  public int weight(int vertex) {
    return weights[vertex];
  }
}
