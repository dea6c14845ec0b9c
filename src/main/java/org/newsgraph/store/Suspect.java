package org.newsgraph.store;

import java.util.List;

/**
 * A person's name that may be two people's.
 *
 * @param iri the node that they share
 * @param name its label
 * @param disagreements at least one, the strongest first
 */
public record Suspect(String iri, String name, List<Disagreement> disagreements) {
  public Suspect {
    disagreements = List.copyOf(disagreements);
    if (disagreements.isEmpty()) {
      throw new IllegalArgumentException("nothing speaks against " + name);
    }
  }

  /** How likely they are two, from 0 to 1: each disagreement takes away from the doubt. */
  public double strength() {
    double doubt = 1;
    for (Disagreement each : disagreements) {
      doubt *= 1 - each.strength();
    }
    return 1 - doubt;
  }
}
