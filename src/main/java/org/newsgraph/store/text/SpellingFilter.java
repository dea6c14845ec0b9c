package org.newsgraph.store.text;

import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes differences of spelling that do not distinguish words: apostrophes, invisible characters
 * such as soft hyphens, and accents that are separate characters.
 */
final class SpellingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  SpellingFilter(TokenStream terms) {
    super(terms);
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    if (!input.incrementToken()) {
      return false;
    }
    for (int i = 0; i < term.length(); i++) {
      if (isRemoved(term.charAt(i)) || WordCharacters.isMark(term.charAt(i))) {
        String spelling = normalized(term.toString());
        if (!spelling.isEmpty()) {
          term.setEmpty().append(spelling);
        }
        break;
      }
    }
    return true;
  }

  private static String normalized(String word) {
    StringBuilder kept = new StringBuilder();
    // Composed first, because the next filter folds composed characters of all scripts.
    Normalizer.normalize(word, Normalizer.Form.NFC)
        .chars()
        .filter(it -> !isRemoved(it) && !(it >= 0x300 && it < 0x370))
        .forEach(it -> kept.append((char) it));
    return kept.toString();
  }

  private static boolean isRemoved(int character) {
    return WordCharacters.isApostrophe(character) || WordCharacters.isInvisible(character);
  }
}
