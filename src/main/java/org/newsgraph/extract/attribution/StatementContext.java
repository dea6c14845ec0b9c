package org.newsgraph.extract.attribution;

import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;

/** Determines the sentences that show a statement together with its attribution. */
public final class StatementContext {
  private StatementContext() {}

  /**
   * Returns the range of all sentences that hold the content, the cue and the source. A source in a
   * paragraph before the previous one is not included.
   */
  public static Span of(DocumentTokens tokens, Attribution attribution) {
    TokenRange content = tokens.range(attribution.span());
    int first = content.first();
    int last = Math.max(first, content.last());
    for (Span span :
        Stream.of(attribution.cue(), attribution.source()).flatMap(Optional::stream).toList()) {
      TokenRange range = tokens.range(span);
      if (range.length() > 0 && isNear(tokens, range, first, last)) {
        first = Math.min(first, range.first());
        last = Math.max(last, range.last());
      }
    }
    while (first > 0 && !tokens.endsSentence(first - 1)) {
      first--;
    }
    while (!tokens.endsSentence(last)) {
      last++;
    }
    return tokens.span(new TokenRange(first, last));
  }

  private static boolean isNear(DocumentTokens tokens, TokenRange range, int first, int last) {
    return tokens.word(range.last()).paragraph() >= tokens.word(first).paragraph() - 1
        && tokens.word(range.first()).paragraph() <= tokens.word(last).paragraph() + 1;
  }
}
