package org.newsgraph.export.network;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Options of a network export.
 *
 * @param vertices kinds of vertices
 * @param edgeTypes types of edges; if empty, all that fit the vertices
 * @param layout whether to compute positions of the vertices
 */
public record NetworkOptions(VertexKind vertices, Set<EdgeType> edgeTypes, boolean layout) {
  public static final NetworkOptions ALL = new NetworkOptions(VertexKind.ENTITIES, Set.of(), true);

  public NetworkOptions {
    edgeTypes = Set.copyOf(edgeTypes);
  }

  /** Returns the selected types of edges that fit the vertices. */
  Set<EdgeType> fitting() {
    Set<EdgeType> fitting = EnumSet.noneOf(EdgeType.class);
    Arrays.stream(EdgeType.values())
        .filter(tie -> tie.fits(vertices) && (edgeTypes.isEmpty() || edgeTypes.contains(tie)))
        .forEach(fitting::add);
    return fitting;
  }
}
