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
 * Analyses an article with the neural network: finds its tokens, labels those that are part of
 * names, and scores the role of each token in statements.
 *
 * <p>Loading the network takes a moment, so create one instance and share it.
 */
public final class Analyser {
  /** Minimum probability that a word is content for its pointers to be computed. */
  private static final double MIN_CONTENT = 0.01;

  private static final double MIN_POINTER = 0.02;
  private static final int MAX_POINTERS = 4;
  private static final List<PartOfSpeech> TAGS = List.of(PartOfSpeech.values());
  private static final List<EntityLabel> LABELS =
      List.of(EntityLabel.PERSON, EntityLabel.ORGANISATION, EntityLabel.PLACE, EntityLabel.OTHER);
  private static final TaggingScheme NAMES = TaggingScheme.names(LABELS.size());

  private final WordPieceTokenizer wordPiece;
  private final NeuralModel network;

  /** Loads the network that is included in the program. */
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

  /** Analyses one article. Thread-safe. */
  public AnalysedText analyse(Article article) {
    Layout layout = Layout.of(article.text(), article.metadata().title());
    List<Word> words = WordTokenizer.of(article.text(), layout, wordPiece);
    WordScores[] scored = new WordScores[words.size()];
    Window.over(words).forEach(window -> read(words, window, scored));
    return new AnalysedText(
        article,
        layout,
        SentenceSplitter.of(article.text(), layout, tokens(article, words, scored)));
  }

  /** Scores of the network for one word. */
  private record WordScores(List<Double> names, PartOfSpeech tag, AttributionScores marks) {}

  private void read(List<Word> words, Window window, WordScores[] scored) {
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
    for (int i = window.labelFrom(); i < window.labelTo(); i++) {
      int row = i - window.begin();
      double[] contentScores = content.probabilities(row);
      boolean outside = 1 - contentScores[TaggingScheme.OUTSIDE] < MIN_CONTENT;
      AttributionScores scores =
          new AttributionScores(
              contentScores,
              cue.probabilities(row),
              source.probabilities(row),
              contentType.probabilities(row),
              inner.probabilities(row),
              outside ? List.of() : pointers(toSource, row, words, window.begin()),
              outside ? List.of() : pointers(toCue, row, words, window.begin()));
      scored[i] =
          new WordScores(
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

  /** Returns the most probable targets of a word. Column 0 stands for "no target". */
  private static List<Pointer> pointers(
      NeuralModel.Rows rows, int row, List<Word> words, int begin) {
    double[] probabilities = rows.probabilities(row);
    List<Pointer> pointers = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > MIN_POINTER) {
        int target =
            i == 0
                ? Pointer.NO_TARGET
                : words.get(begin + NeuralModel.Rows.target(row, i)).span().begin();
        pointers.add(new Pointer(target, probabilities[i]));
      }
    }
    pointers.sort(Comparator.comparing(Pointer::probability).reversed());
    return pointers.subList(0, Math.min(MAX_POINTERS, pointers.size()));
  }

  /** Returns the probability of a state, from unnormalised log-probabilities of all states. */
  private static double probability(double[] logarithms, int state) {
    return 1 / Arrays.stream(logarithms).map(other -> Math.exp(other - logarithms[state])).sum();
  }

  /** Returns the words as tokens, without paragraph breaks: one list per paragraph. */
  private static List<List<Token>> tokens(Article article, List<Word> words, WordScores[] scored) {
    double[][] likelihoods =
        NameLikelihoods.of(
            article.text(), words, Arrays.stream(scored).map(word -> word.names).toList());
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
                    scored[i].tag,
                    label,
                    begins,
                    probability(likelihoods[i], states[i]),
                    scored[i].marks));
      }
    }
    return paragraphs;
  }
}
