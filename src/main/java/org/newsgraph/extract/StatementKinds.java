package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.article.Span;

/** Tells a statement's kind from how many of its words stand in quotation marks. */
final class StatementKinds {
  private static final String OPENING = "“‘«„‹\"'";

  private StatementKinds() {}

  static Kind of(Reading reading, List<Span> parts) {
    boolean quoted = false;
    boolean unquoted = false;
    for (Span part : parts) {
      int first = reading.firstFrom(part.begin());
      if (first < reading.size() && reading.isWithinQuotation(first)) {
        return within(reading, part);
      }
      for (int at = first;
          at < reading.size() && reading.word(at).token().span().begin() < part.end();
          at++) {
        Reading.Word word = reading.word(at);
        if (word.token().word().codePoints().anyMatch(Character::isLetterOrDigit)) {
          quoted |= !word.isNarrators();
          unquoted |= word.isNarrators();
        }
      }
    }
    return !quoted ? Kind.INDIRECT : unquoted ? Kind.MIXED : Kind.DIRECT;
  }

  /** The kind of what somebody quoted says that another said: its own marks decide. */
  private static Kind within(Reading reading, Span part) {
    String words = reading.words(part);
    return OPENING.indexOf(words.charAt(0)) >= 0 ? Kind.DIRECT : Kind.INDIRECT;
  }
}
