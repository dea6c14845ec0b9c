package org.newsgraph.text;

import java.util.List;
import org.newsgraph.article.Span;

/** A sentence: at least one token, in reading order. */
public record Sentence(List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence needs a token");
    }
  }

  /** Returns the span from the first token to the last. */
  public Span span() {
    return tokens.get(0).span().union(tokens.get(tokens.size() - 1).span());
  }
}
