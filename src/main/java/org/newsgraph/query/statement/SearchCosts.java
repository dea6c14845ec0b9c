package org.newsgraph.query.statement;

/**
 * The limits of a search, and the costs by which it chooses between two ways.
 *
 * <p>The latest {@code k} of the {@code n} statements with a value (by a speaker, about a topic)
 * can be found in two ways among {@code N} articles:
 *
 * <ul>
 *   <li>by the index of the property: all {@code n} are found and sorted. Costs {@code n}.
 *   <li>by date: the articles are searched one by one, the newest first. If the statements are
 *       evenly distributed, {@code k * N / n} articles are searched; each costs as much as sorting
 *       {@code c} statements. Costs {@code c * k * N / n}.
 * </ul>
 *
 * <p>The first way is cheaper up to {@code n = sqrt(c * k * N)}. Statements of a value may also all
 * be old. Therefore the second way gives up after {@code n / c} articles, when it has cost as much
 * as the first, and goes on with the first.
 *
 * @param maxTextMatches maximum number of matches of the text index, the best first
 * @param minSorted number of statements up to which all are found and sorted in any case
 * @param sortedPerArticle {@code c}: number of statements that are found and sorted in the time
 *     that it takes to search one article
 * @param maxRead maximum number of statements that are read to sort them by something other than
 *     date
 * @param maxReadPerRow maximum number of statements that are read per row of a page, to group
 *     repetitions
 * @param maxProbes number of values up to which the index is asked for each value; for more, the
 *     values of the statement are read and compared
 */
record SearchCosts(
    int maxTextMatches,
    int minSorted,
    int sortedPerArticle,
    int maxRead,
    int maxReadPerRow,
    int maxProbes) {
  /** Costs measured on databases of 1,000 to 100,000 articles. */
  static final SearchCosts MEASURED = new SearchCosts(10_000, 1_500, 40, 1_000, 8, 4);

  /**
   * Returns the number of statements with a value from which they are searched by date.
   *
   * @param wanted number of statements that the caller takes
   * @param articles number of all articles
   */
  long sortedBelow(long wanted, int articles) {
    double even = Math.sqrt((double) wanted * articles * sortedPerArticle);
    return Math.max(minSorted, Math.round(even));
  }

  /** Returns the number of articles that are searched by date before giving up. */
  long articlesScanned(long statements) {
    return statements / sortedPerArticle;
  }
}
