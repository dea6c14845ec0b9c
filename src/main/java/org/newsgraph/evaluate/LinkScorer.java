package org.newsgraph.evaluate;

import java.util.List;

/**
 * Do the names lead to the right Wikidata items? Extraction links nothing yet, so each name that
 * has an item is a miss.
 */
final class LinkScorer {
  private LinkScorer() {}

  static Row score(List<Pair> pairs) {
    int missed = 0;
    for (Pair pair : pairs) {
      missed +=
          (int)
              pair.gold().entities().stream()
                  .filter(named -> !named.optional() && named.counts())
                  .filter(named -> named.wikidata().isPresent())
                  .filter(named -> pair.gold().covers(named.span()))
                  .count();
    }
    return new Tally(0, 0, missed).row("links");
  }
}
