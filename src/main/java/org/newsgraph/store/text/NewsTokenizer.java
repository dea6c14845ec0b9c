package org.newsgraph.store.text;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Splits text into the words of {@link WordScanner}. */
final class NewsTokenizer extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

  private final boolean allForms;
  private String text = "";
  private WordScanner words = new WordScanner("");

  /** Terms of the current word that have not been returned, with offsets in the text. */
  private final Deque<WordForms.Form> pending = new ArrayDeque<>();

  private boolean hasNext;

  /**
   * @param allForms true for all terms of each word, for indexing; false for the one that a search
   *     looks for
   */
  NewsTokenizer(boolean allForms) {
    this.allForms = allForms;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
    StringWriter content = new StringWriter();
    input.transferTo(content);
    text = content.toString();
    words = new WordScanner(text);
    hasNext = words.next();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    boolean newWord = pending.isEmpty();
    if (newWord) {
      if (!hasNext) {
        return false;
      }
      readWord();
    }
    WordForms.Form form = pending.remove();
    term.append(form.term());
    offsets.setOffset(correctOffset(form.begin()), correctOffset(form.end()));
    increment.setPositionIncrement(newWord ? 1 : 0);
    keyword.setKeyword(!isStemmed(form.term()));
    return true;
  }

  private void readWord() {
    int begin = words.begin();
    int end = words.end();
    String word = text.substring(begin, end);
    hasNext = words.next();
    if (!allForms) {
      pending.add(new WordForms.Form(WordForms.searched(word), begin, end));
      return;
    }
    for (WordForms.Form form : WordForms.all(word)) {
      pending.add(new WordForms.Form(form.term(), begin + form.begin(), begin + form.end()));
      if (pending.size() == 1 && hasNext && isHyphenated(end)) {
        String next = text.substring(words.begin(), words.end());
        pending.add(
            new WordForms.Form(
                WordForms.searched(word) + WordForms.searched(next), begin, words.end()));
      }
    }
  }

  /** Tests whether only a hyphen separates the word that ends here from the next one. */
  private boolean isHyphenated(int end) {
    return words.begin() == end + 1 && WordCharacters.isHyphen(text.charAt(end));
  }

  /** Tests whether a term consists of letters and digits, ignoring invisible characters. */
  private static boolean isStemmed(String term) {
    return WordCharacters.isPlain(term)
        || term.codePoints()
            .allMatch(it -> WordCharacters.isWordPart(it) || WordCharacters.isInvisible(it));
  }

  @Override
  public void end() throws IOException {
    super.end();
    int length = correctOffset(text.length());
    offsets.setOffset(length, length);
  }
}
