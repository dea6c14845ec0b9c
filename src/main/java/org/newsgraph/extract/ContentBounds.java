package org.newsgraph.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.text.Grammar;
import org.newsgraph.text.Token;

/**
 * How far the content of an attribution reaches in its sentence.
 *
 * <p>In 82 % of the attributions with "say" and its kin in PolNeAR's training part that end inside
 * a sentence's reach, the content runs to the end of the sentence; a parser's clause ends too early
 * far more often. So content goes to the end unless something stops it.
 */
final class ContentBounds {
  private static final Set<String> TURNS = Set.of("but", "while", "though", "although", "despite");

  private static final Set<String> SUBORDINATORS = Set.of("as", "while", "after", "when", "before");

  private final Grammar grammar;

  ContentBounds(Grammar grammar) {
    this.grammar = grammar;
  }

  /** From a token to the end of the sentence, or to what stops it. */
  List<Span> toEnd(int verb, int begin) {
    int end = begin + 1;
    while (end < grammar.size() && !stops(verb, begin, end)) {
      end++;
    }
    BitSet content = new BitSet();
    content.set(begin, end);
    return Pieces.of(grammar, content);
  }

  /** All of the sentence but the attribution; from a semicolon or what comes before it, nothing. */
  List<Span> around(BitSet attribution) {
    BitSet content = new BitSet();
    int first = attribution.nextSetBit(0);
    content.set(0, first);
    int begin = attribution.length();
    int end = begin;
    while (end < grammar.size() && !(first > 0 && stops(first, begin, end))) {
      end++;
    }
    boolean tellsOfSource =
        first > 0 && begin + 1 < grammar.size() && isTold(grammar.token(begin + 1));
    if (!tellsOfSource && end > begin) {
      content.set(begin, end);
    }
    return Pieces.of(grammar, content);
  }

  /** ", who has seen the letter": more about the source, not what was said. */
  private static boolean isTold(Token token) {
    return token.tag().startsWith("W") || token.tag().equals("VBG") || token.lemma().equals("but");
  }

  /** The index after an attribution that begins here and whose source ends there: up to a comma. */
  int asideEnd(int begin, int end) {
    int at = end;
    if (begin > 0 || grammar.token(Math.min(at, grammar.size() - 1)).tag().equals(",")) {
      return at;
    }
    while (at < grammar.size() && !grammar.token(at).tag().equals(",")) {
      at++;
    }
    return at < grammar.size() ? at : end;
  }

  private boolean stops(int verb, int begin, int at) {
    Token token = grammar.token(at);
    if (token.word().equals(";") || isLoneDash(begin, at)) {
      return true;
    }
    if (at + 1 >= grammar.size()) {
      return false;
    }
    Token next = grammar.token(at + 1);
    boolean comma = token.tag().equals(",");
    if (comma && (TURNS.contains(next.lemma()) || next.word().equals("according"))) {
      return true;
    }
    if (comma && next.tag().equals("VBG") && CueLexicon.isSpeech(next.lemma())) {
      return true;
    }
    if (SUBORDINATORS.contains(token.lemma()) && begin < at && speaksNext(at + 1)) {
      return true;
    }
    // "He said it was over and left": what is joined to the cue is told by the article.
    return token.tag().equals("CC") && joins(verb, at);
  }

  /** "... as a witness said": a noun phrase begins here, and a verb of speech follows it. */
  private boolean speaksNext(int begin) {
    int at = begin;
    while (at < grammar.size() && Subjects.isInPhrase(grammar.token(at))) {
      at++;
    }
    return at > begin
        && at < grammar.size()
        && Subjects.FINITE.contains(grammar.token(at).tag())
        && CueLexicon.isSpeech(grammar.token(at).lemma());
  }

  private boolean joins(int verb, int conjunction) {
    for (int child : grammar.children(verb)) {
      if (child > conjunction && grammar.token(child).relation().equals("conj")) {
        return grammar.subtree(child).nextSetBit(0) <= conjunction + 1
            && grammar.token(conjunction + 1).tag().startsWith("VB");
      }
    }
    return false;
  }

  /** A dash that no other closes: after it the article speaks again. */
  private boolean isLoneDash(int begin, int at) {
    return isDash(at) && count(begin, at) % 2 == 0 && count(at + 1, grammar.size()) == 0;
  }

  /** Where a pair of dashes opens here, the index of the token after it; else the same index. */
  int afterAside(int at) {
    if (!isDash(at)) {
      return at;
    }
    int close = at + 1;
    while (close < grammar.size() && !isDash(close)) {
      close++;
    }
    return close + 1 < grammar.size() ? close + 1 : at;
  }

  private int count(int from, int to) {
    int dashes = 0;
    for (int i = from; i < to; i++) {
      dashes += isDash(i) ? 1 : 0;
    }
    return dashes;
  }

  private boolean isDash(int at) {
    return Pieces.DASHES.contains(grammar.token(at).word());
  }
}
