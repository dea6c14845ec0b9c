package org.newsgraph.link.online;

/**
 * How much each of those who a service says bear a name weighs; its share in all of them, and in
 * who may be unknown, is its prior.
 */
final class Priors {
  /** What nobody there weighs: the name may stand for someone whom the service doesn't know. */
  static final double UNKNOWN = 5;

  private Priors() {}

  /**
   * The weight of an item of Wikidata.
   *
   * @param rank its place among the hits, from 0
   * @param exact whether it bears the name just as asked for, case, accents and marks included
   * @param popularity as {@link org.newsgraph.link.Item#popularity} has it
   */
  static double weight(int rank, boolean exact, double popularity) {
    return (exact ? 1 : 0.1) * Math.pow(10, popularity) / Math.sqrt(1 + rank);
  }

  /**
   * The weight of a candidate of a reconciliation service; its scores have no unit, so only how far
   * it is behind the best counts.
   *
   * @param score its own
   * @param best the highest for the name; above 0
   * @param sure whether the service calls it a match, or it bears just the name
   */
  static double weight(double score, double best, boolean sure) {
    double near = Math.pow(Math.max(0, score) / best, 4);
    return (sure ? 100 : 10) * near;
  }
}
