package org.newsgraph.text;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.text.Words.Word;

/**
 * Some neighbouring words that the network reads at once; all as indices into an article's words.
 *
 * <p>The windows of an article overlap, so that no word is decided without those around it. They
 * are cut between paragraphs where that can be, since few statements go on after one.
 *
 * @param from the first word that is decided here
 * @param to after the last word that is decided here
 */
record Window(int begin, int end, int from, int to) {
  /** Words before those decided, in a window that does not begin the article. */
  private static final int BEFORE = 48;

  /** Words after those decided where the cut lies between paragraphs. */
  private static final int AFTER_PARAGRAPH = 24;

  /** The same where it does not. */
  private static final int AFTER = 48;

  /** All windows over these words, in reading order; each word is decided in just one. */
  static List<Window> over(List<Word> words) {
    List<Window> windows = new ArrayList<>();
    int begin = 0;
    int from = 0;
    while (from < words.size()) {
      int end = fit(words, begin);
      while (end <= from) {
        // The words before are monsters, and leave no room.
        end = fit(words, ++begin);
      }
      int to = end == words.size() ? end : cut(words, from, end);
      boolean paragraph = words.get(to - 1).isBreak();
      int read = paragraph ? Math.min(end, to + AFTER_PARAGRAPH) : end;
      windows.add(new Window(begin, read, from, to));
      begin = Math.max(begin + 1, to - BEFORE);
      from = to;
    }
    return windows;
  }

  /** After the last word that a window from here has room for; at least one word. */
  private static int fit(List<Word> words, int begin) {
    int end = begin;
    int room = Network.WINDOW - 2;
    while (end < words.size() && (room -= Network.room(words.get(end))) >= 0) {
      end++;
    }
    return end;
  }

  /** After the last paragraph that ends in the window's second half, else short of its end. */
  private static int cut(List<Word> words, int from, int end) {
    for (int at = end - AFTER_PARAGRAPH; at > (from + end) / 2; at--) {
      if (words.get(at - 1).isBreak()) {
        return at;
      }
    }
    return Math.max(from + 1, end - AFTER);
  }
}
