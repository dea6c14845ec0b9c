package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/** The numbered words of a text, by which two contents are compared. */
final class WordOffsets {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private final List<Span> words = new ArrayList<>();

  WordOffsets(Text text) {
    Matcher word = WORD.matcher(text.toString());
    while (word.find()) {
      words.add(text.span(word.start(), word.end()));
    }
  }

  /** Returns the numbers of the words that overlap at least one of several spans. */
  BitSet in(List<Span> spans) {
    BitSet numbers = new BitSet(words.size());
    for (Span span : spans) {
      for (int i = firstEndingAfter(span.begin());
          i < words.size() && words.get(i).begin() < span.end();
          i++) {
        numbers.set(i);
      }
    }
    return numbers;
  }

  /** Tests whether two spans have at least one character of a word in common. */
  boolean shareWord(Span a, Span b) {
    return a.overlaps(b)
        && !in(List.of(new Span(Math.max(a.begin(), b.begin()), Math.min(a.end(), b.end()))))
            .isEmpty();
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
