package org.newsgraph.text;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.text.WordTokenizer.Word;

/**
 * A range of consecutive words that the network processes at once. All bounds are indices into an
 * article's words.
 *
 * <p>Most articles fit into one window. The windows of a longer article overlap, so that every word
 * is labelled with its context.
 *
 * @param begin index of the first word of the window
 * @param end index after the last word of the window
 * @param labelFrom index of the first word that is labelled in this window
 * @param labelTo index after the last word that is labelled in this window
 */
record Window(int begin, int end, int labelFrom, int labelTo) {
  /** Number of words at the ends of a window that serve only as context. */
  private static final int MARGIN = 128;

  /**
   * Returns the windows over these words, in reading order. Each word is labelled in exactly one
   * window.
   */
  static List<Window> over(List<Word> words) {
    List<Window> windows = new ArrayList<>();
    int begin = 0;
    int from = 0;
    while (from < words.size()) {
      int end = fit(words, begin);
      while (end <= from) {
        // The words before are extremely long and leave no room.
        end = fit(words, ++begin);
      }
      int to = end == words.size() ? end : Math.max(from + 1, end - MARGIN);
      windows.add(new Window(begin, end, from, to));
      begin = Math.max(begin + 1, to - MARGIN);
      from = to;
    }
    return windows;
  }

  /** Returns the index after the last word that fits into a window from {@code begin}. */
  private static int fit(List<Word> words, int begin) {
    int end = begin;
    int room = NeuralModel.MAX_WINDOW_PIECES - 2;
    while (end < words.size() && (room -= NeuralModel.pieceCount(words.get(end))) >= 0) {
      end++;
    }
    return end;
  }
}
