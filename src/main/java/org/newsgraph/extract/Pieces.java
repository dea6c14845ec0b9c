package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.text.Grammar;

/** Turns a set of a sentence's tokens into the stretches of text that they cover. */
final class Pieces {
  /** Dashes that set a part of a sentence off; not the hyphen inside a word. */
  static final Set<String> DASHES = Set.of("–", "—", "--");

  private static final Set<String> LOOSE = Set.of(",", ":", ".", "HYPH", "NFP");

  private Pieces() {}

  /**
   * The runs of neighbouring tokens, each without punctuation at its ends; runs of punctuation
   * alone are left out.
   */
  static List<Span> of(Grammar grammar, BitSet tokens) {
    List<Span> pieces = new ArrayList<>();
    int begin = tokens.nextSetBit(0);
    while (begin >= 0) {
      int end = tokens.nextClearBit(begin);
      int first = begin;
      int last = end - 1;
      while (first <= last && LOOSE.contains(grammar.token(first).tag())) {
        first++;
      }
      while (last >= first && LOOSE.contains(grammar.token(last).tag())) {
        last--;
      }
      if (first <= last) {
        pieces.add(grammar.token(first).span().to(grammar.token(last).span()));
      }
      begin = tokens.nextSetBit(end);
    }
    return pieces;
  }
}
