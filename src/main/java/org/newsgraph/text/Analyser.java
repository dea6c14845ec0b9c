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
import org.newsgraph.text.AttributionScores.Pointer;
import org.newsgraph.text.WordTokenizer.Word;

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
  private static final List<PartOfSpeech> TAGS = List.of(PartOfSpeech.values());
  private static final List<EntityLabel> LABELS =
      List.of(EntityLabel.PERSON, EntityLabel.ORGANISATION, EntityLabel.PLACE, EntityLabel.OTHER);
  private static final TaggingScheme NAMES = TaggingScheme.names(LABELS.size());

  private final WordPieceTokenizer wordPiece;
  private final NeuralModel network;

  /** Loads the network that the program brings with it. */
  public Analyser() {
    try (InputStream vocabulary = resource("vocabulary.txt");
        InputStream model = resource("reader.onnx")) {
      this.wordPiece = new WordPieceTokenizer(vocabulary);
      this.network = new NeuralModel(model.readAllBytes(), wordPiece);
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
    List<Word> words = WordTokenizer.of(article.text(), layout, wordPiece);
    Seen[] seen = new Seen[words.size()];
    Window.over(words).forEach(window -> read(words, window, seen));
    return new AnalysedText(
        article, layout, SentenceSplitter.of(article.text(), layout, tokens(article, words, seen)));
  }

  /** What the network says of a word. */
  private record Seen(List<Double> names, PartOfSpeech tag, AttributionScores marks) {}

  private void read(List<Word> words, Window window, Seen[] seen) {
    NeuralModel.Output output = network.run(words.subList(window.begin(), window.end()));
    NeuralModel.Rows names = output.of("names");
    NeuralModel.Rows tags = output.of("tags");
    NeuralModel.Rows content = output.of("content");
    NeuralModel.Rows cue = output.of("cue");
    NeuralModel.Rows source = output.of("source");
    NeuralModel.Rows contentType = output.of("content_type");
    NeuralModel.Rows inner = output.of("inner");
    NeuralModel.Rows toCue = output.of("to_cue");
    NeuralModel.Rows toSource = output.of("to_source");
    for (int i = window.from(); i < window.to(); i++) {
      int row = i - window.begin();
      double[] said = content.probabilities(row);
      boolean outside = 1 - said[TaggingScheme.OUTSIDE] < LEAST_CONTENT;
      AttributionScores scores =
          new AttributionScores(
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
              scores);
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
  private static List<Pointer> pointers(
      NeuralModel.Rows rows, int row, List<Word> words, int begin) {
    double[] probabilities = rows.probabilities(row);
    List<Pointer> pointers = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > LEAST_POINTER) {
        int target =
            i == 0
                ? Pointer.NOWHERE
                : words.get(begin + NeuralModel.Rows.target(row, i)).span().begin();
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
    int[] states = NAMES.decode(likelihoods);
    List<List<Token>> paragraphs = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      Word word = words.get(i);
      while (paragraphs.size() <= word.paragraph()) {
        paragraphs.add(new ArrayList<>());
      }
      if (!word.isBreak()) {
        EntityLabel label =
            states[i] == TaggingScheme.OUTSIDE ? EntityLabel.NONE : LABELS.get((states[i] - 1) / 2);
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
