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
  /** How many pieces a window may have, its start and stop with them. */
  static final int WINDOW = 2048;

  /** How many words a block of the pointers has. */
  private static final int NEAR = 128;

  static final List<String> HEADS =
      List.of("names", "content", "cue", "source", "tags", "content_type", "inner");
  static final List<String> POINTERS = List.of("to_source", "to_cue");

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieceTokenizer wordPiece;

  /**
   * @param model an ONNX file's bytes
   */
  NeuralModel(byte[] model, WordPieceTokenizer wordPiece) {
    this.wordPiece = wordPiece;
    this.environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread for each article: several articles at once make better use of the cores.
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
   * @param scores of each head or pointer, a row for each word
   */
  record Output(Map<String, Rows> scores) {
    Rows of(String name) {
      return scores.get(name);
    }
  }

  /** Scores before normalisation: a table with a row for each word. */
  record Rows(FloatBuffer values, int width) {
    /** The logarithm of a ratio that makes no difference. */
    private static final float NOTHING = -12;

    /** The probabilities of one word's row; what is next to nothing counts as nothing. */
    double[] probabilities(int row) {
      float[] scores = new float[width];
      values.get(row * width, scores);
      float most = Float.NEGATIVE_INFINITY;
      for (float score : scores) {
        most = Math.max(most, score);
      }
      double[] found = new double[width];
      double sum = 0;
      for (int i = 0; i < width; i++) {
        float below = scores[i] - most;
        found[i] = below < NOTHING ? 0 : Math.exp(below);
        sum += found[i];
      }
      for (int i = 0; i < width; i++) {
        found[i] /= sum;
      }
      return found;
    }

    /**
     * The row of the word that a pointer's column stands for: those of a word's block, the one
     * before and the one after it.
     *
     * @param column from 1; column 0 stands for none
     */
    static int target(int row, int column) {
      return (row / NEAR - 1) * NEAR + column - 1;
    }
  }

  /** Runs over some neighbouring words; their pieces must fit the window. */
  @SuppressWarnings("EnumOrdinal") // The network was trained on the numbers of the shapes.
  Output run(List<Word> words) {
    int length = 2 + words.stream().mapToInt(word -> room(word)).sum();
    LongBuffer pieces = LongBuffer.allocate(length);
    LongBuffer shape = LongBuffer.allocate(length);
    LongBuffer place = LongBuffer.allocate(length);
    LongBuffer first = LongBuffer.allocate(words.size());
    pieces.put(0, wordPiece.start());
    int at = 1;
    for (Word word : words) {
      first.put(at);
      shape.put(at, word.shape().ordinal());
      place.put(at, word.place());
      for (int i = 0; i < room(word); i++) {
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

  /** How much of the window a word takes; a monster of a word is cut. */
  static int room(Word word) {
    return Math.min(word.pieces().size(), WINDOW - 2);
  }

  private OnnxTensor tensor(LongBuffer values) throws OrtException {
    values.rewind();
    return OnnxTensor.createTensor(environment, values, new long[] {1, values.capacity()});
  }
}
