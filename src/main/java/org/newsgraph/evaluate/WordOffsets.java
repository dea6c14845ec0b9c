package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/** The words of a text, numbered, so that two contents can be compared by their words. */
final class WordOffsets {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private final List<Span> words = new ArrayList<>();

  WordOffsets(Text text) {
    Matcher word = WORD.matcher(text.toString());
    while (word.find()) {
      words.add(text.span(word.start(), word.end()));
    }
  }

  /** The numbers of the words that have at least a character in one of these stretches. */
  BitSet in(List<Span> stretches) {
    BitSet numbers = new BitSet(words.size());
    for (Span stretch : stretches) {
      for (int i = firstEndingAfter(stretch.begin());
          i < words.size() && words.get(i).begin() < stretch.end();
          i++) {
        numbers.set(i);
      }
    }
    return numbers;
  }

  /** Whether two stretches have at least a character of a word in common. */
  boolean share(Span a, Span b) {
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
