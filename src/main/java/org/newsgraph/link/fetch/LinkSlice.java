package org.newsgraph.link.fetch;

/**
 * The items whose number of site links is in a range; if it is a single number, a part of them by
 * the last three digits of their numbers.
 *
 * @param from smallest number of site links
 * @param to largest number of site links
 * @param firstPart smallest value of the last three digits
 * @param lastPart largest value of the last three digits
 */
record LinkSlice(int from, int to, int firstPart, int lastPart) {
  static LinkSlice of(int from, int to) {
    return new LinkSlice(from, to, 0, FetchQueries.PARTS - 1);
  }

  /** Returns the first half of the parts, or the same slice if it has only one. */
  LinkSlice firstHalf() {
    return new LinkSlice(from, to, firstPart, (firstPart + lastPart) / 2);
  }

  boolean isPart() {
    return firstPart > 0 || lastPart < FetchQueries.PARTS - 1;
  }

  /** Tests whether this slice contains the last items with its largest number of site links. */
  boolean isLastPart() {
    return lastPart == FetchQueries.PARTS - 1;
  }
}
