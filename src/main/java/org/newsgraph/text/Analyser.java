package org.newsgraph.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.newsgraph.article.Article;
import org.newsgraph.article.Layout;
import org.newsgraph.text.Marks.Pointer;
import org.newsgraph.text.Words.Word;

/**
 * Reads an article with the network: its words, which of them are names, and what part each has in
 * statements.
 *
 * <p>Loading the network takes a moment, so one instance is made and shared.
 */
public final class Analyser {
  /** Words that are hardly content need no source. */
  private static final double LEAST_CONTENT = 0.01;

  private static final double LEAST_POINTER = 0.02;
  private static final int POINTERS = 4;
  private static final List<Tag> TAGS = List.of(Tag.values());
  private static final List<Label> LABELS =
      List.of(Label.PERSON, Label.ORGANISATION, Label.PLACE, Label.OTHER);
  private static final Scheme NAMES = Scheme.names(LABELS.size());

  private final WordPiece wordPiece;
  private final Network network;

  /** Loads the network that the program brings with it. */
  public Analyser() {
    try (InputStream vocabulary = resource("vocabulary.txt");
        InputStream model = resource("reader.onnx")) {
      this.wordPiece = new WordPiece(vocabulary);
      this.network = new Network(model.readAllBytes(), wordPiece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream found = Analyser.class.getResourceAsStream("model/" + name);
    if (found == null) {
      throw new IllegalStateException("no resource " + name);
    }
    return found;
  }

  /** Analyses one article; safe to call from several threads. */
  public AnalysedText analyse(Article article) {
    Layout layout = Layout.of(article.text(), article.metadata().title());
    List<Word> words = Words.of(article.text(), layout, wordPiece);
    Seen[] seen = new Seen[words.size()];
    Window.over(words).forEach(window -> read(words, window, seen));
    return new AnalysedText(
        article, layout, Sentences.of(article.text(), layout, tokens(article, words, seen)));
  }

  /** What the network says of a word. */
  private record Seen(List<Double> names, Tag tag, Marks marks) {}

  private void read(List<Word> words, Window window, Seen[] seen) {
    Network.Output output = network.run(words.subList(window.begin(), window.end()));
    Network.Rows names = output.of("names");
    Network.Rows tags = output.of("tags");
    Network.Rows content = output.of("content");
    Network.Rows cue = output.of("cue");
    Network.Rows source = output.of("source");
    Network.Rows contentType = output.of("content_type");
    Network.Rows inner = output.of("inner");
    Network.Rows toCue = output.of("to_cue");
    Network.Rows toSource = output.of("to_source");
    for (int i = window.from(); i < window.to(); i++) {
      int row = i - window.begin();
      double[] said = content.probabilities(row);
      boolean outside = 1 - said[Scheme.OUTSIDE] < LEAST_CONTENT;
      Marks marks =
          new Marks(
              said,
              cue.probabilities(row),
              source.probabilities(row),
              contentType.probabilities(row),
              inner.probabilities(row),
              outside ? List.of() : pointers(toSource, row, words, window.begin()),
              outside ? List.of() : pointers(toCue, row, words, window.begin()));
      seen[i] =
          new Seen(
              Arrays.stream(names.probabilities(row)).boxed().toList(),
              TAGS.get(best(tags.probabilities(row))),
              marks);
    }
  }

  private static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  /** The likeliest targets; column 0 stands for none. */
  private static List<Pointer> pointers(Network.Rows rows, int row, List<Word> words, int begin) {
    double[] probabilities = rows.probabilities(row);
    List<Pointer> pointers = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > LEAST_POINTER) {
        int target =
            i == 0
                ? Pointer.NOWHERE
                : words.get(begin + Network.Rows.target(row, i)).span().begin();
        pointers.add(new Pointer(target, probabilities[i]));
      }
    }
    pointers.sort(Comparator.comparing(Pointer::probability).reversed());
    return pointers.subList(0, Math.min(POINTERS, pointers.size()));
  }

  /** The probability of a state among all, from the logarithms of what they weigh. */
  private static double share(double[] logarithms, int state) {
    return 1 / Arrays.stream(logarithms).map(other -> Math.exp(other - logarithms[state])).sum();
  }

  /** The words without the breaks, one list for each paragraph. */
  private static List<List<Token>> tokens(Article article, List<Word> words, Seen[] seen) {
    double[][] likelihoods =
        NameLikelihoods.of(
            article.text(), words, Arrays.stream(seen).map(word -> word.names).toList());
    int[] states = NAMES.best(likelihoods);
    List<List<Token>> paragraphs = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      Word word = words.get(i);
      while (paragraphs.size() <= word.paragraph()) {
        paragraphs.add(new ArrayList<>());
      }
      if (!word.isBreak()) {
        Label label = states[i] == Scheme.OUTSIDE ? Label.NONE : LABELS.get((states[i] - 1) / 2);
        boolean begins = states[i] % 2 == 1;
        paragraphs
            .get(word.paragraph())
            .add(
                new Token(
                    word.span(),
                    word.spelling(),
                    seen[i].tag,
                    label,
                    begins,
                    share(likelihoods[i], states[i]),
                    seen[i].marks));
      }
    }
    return paragraphs;
  }
}
