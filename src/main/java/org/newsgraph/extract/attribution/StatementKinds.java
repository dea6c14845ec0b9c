package org.newsgraph.extract.attribution;

import java.util.List;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.StatementKind;

/** Determines the kind of a statement from its quotation marks. */
public final class StatementKinds {
  private static final String OPENING = "“‘«„‹\"'";

  private StatementKinds() {}

  /**
   * Returns the kind of a statement with these parts. Quotation marks within a turn of a dialogue
   * or within a letter are not for the words of its speaker, unless they enclose all of it.
   */
  public static StatementKind of(DocumentTokens tokens, List<Span> parts) {
    StatementKind kind = byMarks(tokens, parts);
    boolean isSpeech =
        tokens.dialogue().hasPart(parts.get(0))
            || tokens.letters().stream().anyMatch(it -> it.parts().contains(parts.get(0)));
    return kind == StatementKind.MIXED && isSpeech ? StatementKind.INDIRECT : kind;
  }

  private static StatementKind byMarks(DocumentTokens tokens, List<Span> parts) {
    boolean quoted = false;
    boolean unquoted = false;
    for (Span part : parts) {
      int first = tokens.indexAtOrAfter(part.begin());
      if (first < tokens.size() && tokens.isWithinQuotation(first)) {
        return kindWithinQuotation(tokens, part);
      }
      for (int at = first;
          at < tokens.size() && tokens.word(at).token().span().begin() < part.end();
          at++) {
        DocumentTokens.PositionedToken word = tokens.word(at);
        if (word.token().word().codePoints().anyMatch(Character::isLetterOrDigit)) {
          quoted |= !word.isUnquoted();
          unquoted |= word.isUnquoted();
        }
      }
    }
    return !quoted ? StatementKind.INDIRECT : unquoted ? StatementKind.MIXED : StatementKind.DIRECT;
  }

  /**
   * Returns the kind of a statement within a quotation, which depends on its own quotation marks.
   */
  private static StatementKind kindWithinQuotation(DocumentTokens tokens, Span part) {
    String words = tokens.textOf(part);
    return OPENING.indexOf(words.charAt(0)) >= 0 ? StatementKind.DIRECT : StatementKind.INDIRECT;
  }
}
