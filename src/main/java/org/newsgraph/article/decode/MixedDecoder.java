package org.newsgraph.article.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.decode.TextDecoder.Decoded;

/**
 * Decodes text that is not UTF-8, at least not all of it: each line in UTF-8 if it is well-formed,
 * otherwise in the most plausible {@link LegacyEncoding}. Files that were assembled from several
 * sources have lines in several encodings.
 */
final class MixedDecoder {
  /** Score by which a line must prefer another encoding than the file's. */
  private static final int CLEAR = 3;

  private final List<byte[]> lines;
  private final List<LegacyEncoding> encodings = new ArrayList<>(LegacyEncoding.supported());
  private final Map<LegacyEncoding, Integer> scores = new EnumMap<>(LegacyEncoding.class);
  private final Set<String> used = new LinkedHashSet<>();
  private boolean isReplaced;

  private MixedDecoder(byte[] bytes, int from) {
    lines = lines(bytes, from);
  }

  /**
   * Decodes bytes.
   *
   * @param from offset of the first byte after a byte order mark
   * @param firstInvalid offset of the first byte that is not UTF-8, for the warning
   */
  static Decoded decode(byte[] bytes, int from, int firstInvalid) {
    MixedDecoder decoder = new MixedDecoder(bytes, from);
    String text = decoder.decode();
    return new Decoded(text, Optional.of("not UTF-8 at byte " + firstInvalid + decoder.describe()));
  }

  private String decode() {
    for (byte[] line : lines) {
      Utf8Check check = Utf8Check.of(line, 0);
      if (!check.valid()) {
        encodings.forEach(it -> scores.merge(it, score(it, line), Integer::sum));
      }
    }
    removeRareEncodings();
    LegacyEncoding likeliest = best(scores);
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(decode(line, likeliest)));
    return text.toString();
  }

  /** Removes the rare encodings, except those that are clearly better than all others. */
  private void removeRareEncodings() {
    int frequent =
        encodings.stream().filter(it -> !it.isRare()).mapToInt(scores::get).max().orElse(0);
    encodings.removeIf(it -> it.isRare() && scores.get(it) < frequent + CLEAR);
    scores.keySet().retainAll(encodings);
  }

  private String decode(byte[] line, LegacyEncoding likeliest) {
    Utf8Check check = Utf8Check.of(line, 0);
    if (check.valid()) {
      if (check.sequences() > 0) {
        used.add("UTF-8");
      }
      return new String(line, UTF_8);
    }
    Map<LegacyEncoding, Integer> own = new EnumMap<>(LegacyEncoding.class);
    encodings.forEach(it -> own.put(it, score(it, line)));
    LegacyEncoding best = best(own);
    LegacyEncoding chosen = own.get(best) >= own.get(likeliest) + CLEAR ? best : likeliest;
    if (check.sequences() > check.invalidBytes() && own.get(chosen) - utf8Score(line) < 0) {
      isReplaced = true;
      used.add("UTF-8");
      return new String(line, UTF_8);
    }
    used.add(chosen.title());
    return text(chosen, line);
  }

  /** Returns the plausibility of a line's UTF-8 alone, which is the same in all encodings. */
  private static int utf8Score(byte[] line) {
    return Plausibility.of(new String(line, UTF_8).replace("\uFFFD", " "));
  }

  /** Returns a line in an encoding; its UTF-8 is decoded as such if this is as plausible. */
  private static String text(LegacyEncoding encoding, byte[] line) {
    String around = encoding.decodeAroundUtf8(line);
    String all = encoding.decode(line, 0, line.length);
    return Plausibility.of(all) > Plausibility.of(around) ? all : around;
  }

  private static int score(LegacyEncoding encoding, byte[] line) {
    return Plausibility.of(text(encoding, line));
  }

  private static LegacyEncoding best(Map<LegacyEncoding, Integer> scores) {
    // The first of several equal ones, in the order of the encodings.
    return scores.entrySet().stream()
        .max(
            Map.Entry.<LegacyEncoding, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private String describe() {
    String names = String.join(" and ", used);
    String decoded =
        used.size() > 1
            ? "; each line was read in its own encoding, " + names
            : isReplaced ? "" : "; read as " + names;
    return decoded
        + (isReplaced ? "; invalid bytes were replaced by U+FFFD" : "")
        + (isCertain() || isReplaced
            ? ""
            : ", which is uncertain: convert it to UTF-8 if characters are wrong");
  }

  private boolean isCertain() {
    List<Integer> sorted = scores.values().stream().sorted(Comparator.reverseOrder()).toList();
    return sorted.get(0) > 0 && (sorted.size() < 2 || sorted.get(0) > sorted.get(1));
  }

  /** Divides bytes into lines, each with its line end. */
  private static List<byte[]> lines(byte[] bytes, int from) {
    List<byte[]> lines = new ArrayList<>();
    int begin = from;
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        lines.add(Arrays.copyOfRange(bytes, begin, i + 1));
        begin = i + 1;
      }
    }
    lines.add(Arrays.copyOfRange(bytes, begin, bytes.length));
    return lines;
  }
}
