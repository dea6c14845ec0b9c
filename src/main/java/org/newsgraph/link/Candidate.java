package org.newsgraph.link;

/**
 * Someone or something that a name may stand for.
 *
 * @param item who or what
 * @param prior how likely the name, wherever it is written, stands for it; from 0 (excluded) to 1
 * @param exact whether the knowledge base has the name in just the spelling that was asked for
 */
public record Candidate(Item item, double prior, boolean exact) {
  public Candidate {
    if (!(prior >= 0 && prior <= 1)) {
      throw new IllegalArgumentException("no probability: " + prior);
    }
  }

  /** One that has the name just so. */
  public Candidate(Item item, double prior) {
    this(item, prior, true);
  }
}
