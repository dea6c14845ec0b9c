package org.newsgraph.evaluate;

/** The counts over statements of one kind, or of several together. */
final class KindTally {
  /** How many there are to find. */
  int gold;

  /** How many of them were found, and how many of those word for word. */
  int found;

  int exact;

  /** How many were predicted with this kind, and how many of those match something. */
  int predicted;

  int good;

  /** How many of those found have a speaker in the gold, and how many of those were right. */
  int speakers;

  int speakersRight;

  /** How many were found with the right speaker, or rightly with none to find. */
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
    // A statement found with another kind counts for its own kind's recall, so this may exceed 1.
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
