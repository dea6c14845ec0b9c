package org.newsgraph.evaluate;

/** Counts of statements of one or several kinds. */
final class KindTally {
  /** Number of required statements in the gold data. */
  int gold;

  /** Number of required statements that were found. */
  int found;

  /** Number of found statements with exactly the same words. */
  int exact;

  /** Number of statements that were predicted with this kind. */
  int predicted;

  /** Number of predicted statements that match a required one. */
  int good;

  /** Number of found statements that have a speaker in the gold data. */
  int speakers;

  /** Number of found statements whose speaker is correct. */
  int speakersRight;

  /** Number of found statements with the correct speaker, or without a speaker in the gold data. */
  int whole;

  KindTally plus(KindTally other) {
    KindTally sum = new KindTally();
    sum.gold = gold + other.gold;
    sum.found = found + other.found;
    sum.exact = exact + other.exact;
    sum.predicted = predicted + other.predicted;
    sum.good = good + other.good;
    sum.speakers = speakers + other.speakers;
    sum.speakersRight = speakersRight + other.speakersRight;
    sum.whole = whole + other.whole;
    return sum;
  }

  ScoreRow row(String name) {
    double precision = Tally.ratio(good, predicted);
    double recall = Tally.ratio(found, gold);
    // A statement found with another kind counts for the recall of its gold kind, so this may
    // exceed 1.
    double wholePrecision = Math.min(1, Tally.ratio(whole, predicted));
    double wholeRecall = Tally.ratio(whole, gold);
    return ScoreRow.of(name)
        .with("p", precision)
        .with("r", recall)
        .with("f1", Tally.f1(precision, recall))
        .with("n", gold)
        .with("exact r", Tally.ratio(exact, gold))
        .with("speaker accuracy", Tally.ratio(speakersRight, speakers))
        .with("end-to-end f1", Tally.f1(wholeRecall, wholePrecision));
  }
}
