package org.newsgraph.link;

/**
 * An item that a name may refer to.
 *
 * @param item the item
 * @param prior probability that the name refers to the item, whatever the article; from 0
 *     (excluded) to 1
 * @param exact whether the knowledge base has the name in the spelling that was looked up
 */
public record Candidate(Item item, double prior, boolean exact) {
  public Candidate {
    if (!(prior >= 0 && prior <= 1)) {
      throw new IllegalArgumentException("invalid probability: " + prior);
    }
  }

  /** Creates a candidate whose name matches exactly. */
  public Candidate(Item item, double prior) {
    this(item, prior, true);
  }
}
