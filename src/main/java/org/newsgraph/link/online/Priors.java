package org.newsgraph.link.online;

/**
 * Weights of the candidates that a service returns for a name. A candidate's prior is its share of
 * the sum of all weights and {@link #UNKNOWN}.
 */
final class Priors {
  /** Weight of the possibility that the name refers to an entity that the service does not know. */
  static final double UNKNOWN = 5;

  private Priors() {}

  /**
   * Returns the weight of a Wikidata item.
   *
   * @param rank position among the hits, from 0
   * @param exact whether it has the name exactly, including case, accents and punctuation
   * @param popularity {@link org.newsgraph.link.Item#popularity} of the item
   */
  static double weight(int rank, boolean exact, double popularity) {
    return (exact ? 1 : 0.1) * Math.pow(10, popularity) / Math.sqrt(1 + rank);
  }

  /**
   * Returns the weight of a candidate of a reconciliation service. Scores have no unit, so only the
   * ratio to the best score counts.
   *
   * @param score score of the candidate
   * @param best highest score for the name, greater than 0
   * @param sure whether the service declares it a match, or it has exactly the name
   */
  static double weight(double score, double best, boolean sure) {
    double relative = Math.pow(Math.max(0, score) / best, 4);
    return (sure ? 100 : 10) * relative;
  }
}
