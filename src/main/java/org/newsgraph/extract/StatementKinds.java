package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.article.Span;

/** Tells a statement's kind from how many of its words stand in quotation marks. */
final class StatementKinds {
  private StatementKinds() {}

  static Kind of(Reading reading, List<Span> parts) {
    boolean quoted = false;
    boolean unquoted = false;
    for (Span part : parts) {
      for (int at = reading.firstFrom(part.begin());
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
}
