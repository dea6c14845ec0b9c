package org.newsgraph.text;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.text.WordTokenizer.Word;

/**
 * Some neighbouring words that the network reads at once; all as indices into an article's words.
 *
 * <p>Most articles are one window. Those of a longer one overlap, so that no word is decided
 * without those around it.
 *
 * @param from the first word that is decided here
 * @param to after the last word that is decided here
 */
record Window(int begin, int end, int from, int to) {
  /** Words at a window's ends that only serve as context for others. */
  private static final int MARGIN = 128;

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
      int to = end == words.size() ? end : Math.max(from + 1, end - MARGIN);
      windows.add(new Window(begin, end, from, to));
      begin = Math.max(begin + 1, to - MARGIN);
      from = to;
    }
    return windows;
  }

  /** After the last word that a window from here has room for; at least one word. */
  private static int fit(List<Word> words, int begin) {
    int end = begin;
    int room = NeuralModel.WINDOW - 2;
    while (end < words.size() && (room -= NeuralModel.room(words.get(end))) >= 0) {
      end++;
    }
    return end;
  }
}
