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
public record Choice(Vertices vertices, Set<Tie> ties, boolean layout) {
  public static final Choice ALL = new Choice(Vertices.ENTITIES, Set.of(), true);

  public Choice {
    ties = Set.copyOf(ties);
  }

  /** The ties that are wanted and fit. */
  Set<Tie> fitting() {
    Set<Tie> fitting = EnumSet.noneOf(Tie.class);
    Arrays.stream(Tie.values())
        .filter(tie -> tie.fits(vertices) && (ties.isEmpty() || ties.contains(tie)))
        .forEach(fitting::add);
    return fitting;
  }
}
