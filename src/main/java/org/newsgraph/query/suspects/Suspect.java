package org.newsgraph.query.suspects;

import java.util.List;

/**
 * A person's node that may stand for two people with the same name.
 *
 * @param iri IRI of the node
 * @param name label of the node
 * @param disagreements contradictions between its articles, strongest first; not empty
 */
public record Suspect(String iri, String name, List<Disagreement> disagreements) {
  public Suspect {
    disagreements = List.copyOf(disagreements);
    if (disagreements.isEmpty()) {
      throw new IllegalArgumentException("no disagreements about " + name);
    }
  }

  /**
   * Returns the probability of two people, from 0 to 1, with the disagreements combined as
   * independent evidence (noisy-or).
   */
  public double strength() {
    double doubt = 1;
    for (Disagreement each : disagreements) {
      doubt *= 1 - each.strength();
    }
    return 1 - doubt;
  }
}
