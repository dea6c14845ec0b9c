package org.newsgraph.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MinHash fingerprint of a text (Broder 1997) over its shingles of four consecutive words. The
 * share of the 64 values that two fingerprints have in common estimates the share of shingles that
 * the texts have in common.
 */
public final class MinHash {
  /** Number of bands of a fingerprint; each is 64 bits long and holds four values. */
  public static final int BANDS = 16;

  private static final int VALUES = 64;
  private static final int VALUES_PER_BAND = VALUES / BANDS;
  private static final int VALUE_BITS = 16;
  private static final int SHINGLE_LENGTH = 4;

  /** Minimum number of words of a text; shorter texts resemble others by chance. */
  private static final int MIN_WORDS = 40;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private MinHash() {}

  /** Returns a text's fingerprint as 256 hexadecimal digits; empty for fewer than 40 words. */
  public static Optional<String> of(String text) {
    long[] minima = new long[VALUES];
    Arrays.fill(minima, Long.MAX_VALUE);
    long[] shingle = new long[SHINGLE_LENGTH];
    int words = 0;
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      shingle[words++ % SHINGLE_LENGTH] = hash(word.group());
      if (words >= SHINGLE_LENGTH) {
        add(shingle, words, minima);
      }
    }
    return words < MIN_WORDS ? Optional.empty() : Optional.of(digits(minima));
  }

  private static void add(long[] shingle, int words, long[] minima) {
    long hash = 0;
    for (int i = 0; i < SHINGLE_LENGTH; i++) {
      hash = mixed(hash + shingle[(words + i) % SHINGLE_LENGTH]);
    }
    for (int i = 0; i < VALUES; i++) {
      hash = mixed(hash + i);
      minima[i] = Math.min(minima[i], hash >>> 1);
    }
  }

  private static long hash(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return mixed(hash);
  }

  /** Mixes the bits of a value with the finaliser of SplitMix64 (Steele et al. 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static String digits(long[] minima) {
    StringBuilder digits = new StringBuilder(VALUES * VALUE_BITS / 4);
    for (long value : minima) {
      digits.append(String.format(Locale.ROOT, "%04x", value & 0xFFFF));
    }
    return digits.toString();
  }

  /** Parses the bands of a fingerprint. */
  public static long[] parse(String digits) {
    long[] bands = new long[BANDS];
    int width = digits.length() / BANDS;
    for (int i = 0; i < BANDS; i++) {
      bands[i] = Long.parseUnsignedLong(digits.substring(i * width, (i + 1) * width), 16);
    }
    return bands;
  }

  /** Estimates the share of shingles that two texts have in common, from 0 to 1. */
  public static double similarity(long[] left, long[] right) {
    int same = 0;
    for (int i = 0; i < BANDS; i++) {
      long differing = left[i] ^ right[i];
      for (int k = 0; k < VALUES_PER_BAND; k++) {
        same += ((differing >>> (k * VALUE_BITS)) & 0xFFFF) == 0 ? 1 : 0;
      }
    }
    return same / (double) VALUES;
  }
}
