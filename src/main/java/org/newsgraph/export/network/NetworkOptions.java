package org.newsgraph.export.network;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a network shows.
 *
 * @param ties those that are wanted; all that fit the vertices where there is none
 * @param layout whether vertices get places
 */
public record NetworkOptions(VertexKind vertices, Set<EdgeType> ties, boolean layout) {
  public static final NetworkOptions ALL = new NetworkOptions(VertexKind.ENTITIES, Set.of(), true);

  public NetworkOptions {
    ties = Set.copyOf(ties);
  }

  /** The ties that are wanted and fit. */
  Set<EdgeType> fitting() {
    Set<EdgeType> fitting = EnumSet.noneOf(EdgeType.class);
    Arrays.stream(EdgeType.values())
        .filter(tie -> tie.fits(vertices) && (ties.isEmpty() || ties.contains(tie)))
        .forEach(fitting::add);
    return fitting;
  }
}
