package org.newsgraph.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.newsgraph.article.Span;
import org.newsgraph.text.WordTokenizer.Word;

class WindowTest {
  /** Returns words with these numbers of pieces; 0 is a break between paragraphs. */
  private static List<Word> words(List<Integer> sizes) {
    List<Word> words = new ArrayList<>();
    for (int size : sizes) {
      Span span = new Span(words.size(), words.size() + 1);
      List<Integer> pieces = Collections.nCopies(Math.max(1, size), 7);
      words.add(new Word(span, "", 0, size == 0 ? WordShape.BREAK : WordShape.LOWER, 0, pieces));
    }
    return words;
  }

  @Property
  void every_word_is_decided_in_one_window_that_holds_it(
      @ForAll @Size(max = 1500) List<@IntRange(max = 500) Integer> rare,
      @ForAll @Size(max = 1500) List<@IntRange(max = 3) Integer> usual) {
    List<Integer> sizes = new ArrayList<>(usual);
    sizes.addAll(rare);
    List<Word> words = words(sizes);
    int decided = 0;
    for (Window window : Window.over(words)) {
      assertThat(window.labelFrom()).isEqualTo(decided);
      assertThat(window.begin()).isLessThanOrEqualTo(window.labelFrom());
      assertThat(window.labelTo())
          .isGreaterThan(window.labelFrom())
          .isLessThanOrEqualTo(window.end());
      assertThat(
              words.subList(window.begin(), window.end()).stream()
                  .mapToInt(NeuralModel::pieceCount)
                  .sum())
          .isLessThanOrEqualTo(NeuralModel.MAX_WINDOW_PIECES - 2);
      decided = window.labelTo();
    }
    assertThat(decided).isEqualTo(words.size());
  }
}
