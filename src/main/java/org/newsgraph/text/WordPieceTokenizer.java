package org.newsgraph.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits words into the pieces of a vocabulary, greedily and longest first, as BERT's uncased
 * tokenizer does (Wu et al. 2016; Devlin et al. 2019).
 */
final class WordPieceTokenizer {
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}");
  private static final int MAX_LENGTH = 100;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final int unknown;
  private final int start;
  private final int stop;

  /**
   * Reads a vocabulary with one piece per line. The number of a piece is that of its line, counted
   * from 0.
   */
  WordPieceTokenizer(InputStream lines) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      vocabulary.put(line, vocabulary.size());
    }
    this.unknown = vocabulary.get("[UNK]");
    this.start = vocabulary.get("[CLS]");
    this.stop = vocabulary.get("[SEP]");
  }

  /** Returns the number of the piece at the start of every window. */
  int start() {
    return start;
  }

  /**
   * Returns the number of the piece at the end of every window. It also represents the end of a
   * paragraph.
   */
  int stop() {
    return stop;
  }

  /** Tests whether the vocabulary contains an entire word. */
  boolean contains(String word) {
    List<Integer> pieces = pieces(word);
    return pieces.size() == 1 && pieces.get(0) != unknown;
  }

  /** Returns the numbers of a word's pieces, at least one. */
  List<Integer> pieces(String word) {
    String normalized =
        ACCENT
            .matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("");
    int length = normalized.codePointCount(0, normalized.length());
    if (length == 0 || length > MAX_LENGTH) {
      return List.of(unknown);
    }
    List<Integer> found = new ArrayList<>();
    for (int begin = 0; begin < normalized.length(); ) {
      Integer piece = null;
      int end = normalized.length();
      while (end > begin && piece == null) {
        piece = vocabulary.get((begin > 0 ? "##" : "") + normalized.substring(begin, end));
        end -= piece == null ? 1 : 0;
      }
      if (piece == null) {
        return List.of(unknown);
      }
      found.add(piece);
      begin = end;
    }
    return found;
  }
}
