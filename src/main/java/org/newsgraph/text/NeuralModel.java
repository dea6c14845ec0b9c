package org.newsgraph.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.text.WordTokenizer.Word;

/** The trained network, run by ONNX Runtime. Safe to use from several threads. */
final class NeuralModel {
  /** Maximum number of word pieces in a window, including its start and stop piece. */
  static final int MAX_WINDOW_PIECES = 2048;

  /** Number of words in a block of the pointers. */
  private static final int BLOCK_SIZE = 128;

  static final List<String> HEADS =
      List.of("names", "content", "cue", "source", "tags", "content_type", "inner");
  static final List<String> POINTERS = List.of("to_source", "to_cue");

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieceTokenizer wordPiece;

  /**
   * Loads a network.
   *
   * @param model bytes of an ONNX file
   * @param wordPiece tokenizer that yields the network's input
   */
  NeuralModel(byte[] model, WordPieceTokenizer wordPiece) {
    this.wordPiece = wordPiece;
    this.environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread per article: analysing several articles in parallel makes better use of the
      // cores.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      this.session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be loaded: " + e.getMessage(), e);
    }
  }

  /**
   * The outputs for one window.
   *
   * @param scores scores of each head or pointer, with one row per word
   */
  record Output(Map<String, Rows> scores) {
    Rows of(String name) {
      return scores.get(name);
    }
  }

  /** Scores before normalisation, with one row per word. */
  record Rows(FloatBuffer values, int width) {
    /** Logarithm of the ratio to the highest score below which a probability counts as 0. */
    private static final float NEGLIGIBLE = -12;

    /** Returns the probabilities in the row of one word. Negligible probabilities are set to 0. */
    double[] probabilities(int row) {
      float[] scores = new float[width];
      values.get(row * width, scores);
      float max = Float.NEGATIVE_INFINITY;
      for (float score : scores) {
        max = Math.max(max, score);
      }
      double[] found = new double[width];
      double sum = 0;
      for (int i = 0; i < width; i++) {
        float below = scores[i] - max;
        found[i] = below < NEGLIGIBLE ? 0 : Math.exp(below);
        sum += found[i];
      }
      for (int i = 0; i < width; i++) {
        found[i] /= sum;
      }
      return found;
    }

    /**
     * Returns the row of the word that a pointer's column stands for. The columns are the words in
     * the word's own block, the block before and the block after it.
     *
     * @param row row of the word that points
     * @param column column of the pointer, from 1; column 0 stands for "no target"
     */
    static int target(int row, int column) {
      return (row / BLOCK_SIZE - 1) * BLOCK_SIZE + column - 1;
    }
  }

  /** Runs the network on consecutive words, whose pieces must fit into the window. */
  @SuppressWarnings("EnumOrdinal") // The network was trained on the numbers of the shapes.
  Output run(List<Word> words) {
    int length = 2 + words.stream().mapToInt(word -> pieceCount(word)).sum();
    LongBuffer pieces = LongBuffer.allocate(length);
    LongBuffer shape = LongBuffer.allocate(length);
    LongBuffer place = LongBuffer.allocate(length);
    LongBuffer first = LongBuffer.allocate(words.size());
    pieces.put(0, wordPiece.start());
    int at = 1;
    for (Word word : words) {
      first.put(at);
      shape.put(at, word.shape().ordinal());
      place.put(at, word.position());
      for (int i = 0; i < pieceCount(word); i++) {
        pieces.put(at++, word.pieces().get(i));
      }
    }
    pieces.put(at, wordPiece.stop());
    try (OnnxTensor piecesTensor = tensor(pieces);
        OnnxTensor shapeTensor = tensor(shape);
        OnnxTensor placeTensor = tensor(place);
        OnnxTensor firstTensor = tensor(first);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "pieces", piecesTensor,
                    "shape", shapeTensor,
                    "place", placeTensor,
                    "first", firstTensor))) {
      Map<String, Rows> scores = new HashMap<>();
      for (var entry : result) {
        FloatBuffer values = ((OnnxTensor) entry.getValue()).getFloatBuffer();
        scores.put(entry.getKey(), new Rows(values, values.capacity() / words.size()));
      }
      return new Output(scores);
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the number of pieces of a word in the window. The pieces of an extremely long word are
   * truncated.
   */
  static int pieceCount(Word word) {
    return Math.min(word.pieces().size(), MAX_WINDOW_PIECES - 2);
  }

  private OnnxTensor tensor(LongBuffer values) throws OrtException {
    values.rewind();
    return OnnxTensor.createTensor(environment, values, new long[] {1, values.capacity()});
  }
}
