package org.newsgraph.link;

/**
 * Someone or something that a name may stand for.
 *
 * @param item who or what
 * @param prior how likely the name, wherever it is written, stands for it; from 0 (excluded) to 1
 */
public record Candidate(Item item, double prior) {
  public Candidate {
    if (!(prior >= 0 && prior <= 1)) {
      throw new IllegalArgumentException("no probability: " + prior);
    }
  }
}
