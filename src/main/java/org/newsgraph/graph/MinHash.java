package org.newsgraph.graph;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short number that is nearly the same for nearly the same texts: MinHash (Broder 1997) over
 * every four words in a row. The share of its 64 parts that two have alike is about the share of
 * such rows that their texts have in common.
 */
public final class MinHash {
  /** How many numbers of 64 bits it has; each holds four parts. */
  public static final int BANDS = 16;

  private static final int PARTS = 64;
  private static final int PARTS_A_BAND = PARTS / BANDS;
  private static final int PART_BITS = 16;
  private static final int ROW = 4;

  /** A shorter text is soon like another by chance. */
  private static final int LEAST_WORDS = 40;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private MinHash() {}

  /** As 256 hexadecimal digits; nothing for a text of a few words. */
  public static Optional<String> of(String text) {
    long[] least = new long[PARTS];
    Arrays.fill(least, Long.MAX_VALUE);
    long[] row = new long[ROW];
    int words = 0;
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      row[words++ % ROW] = hash(word.group());
      if (words >= ROW) {
        add(row, words, least);
      }
    }
    return words < LEAST_WORDS ? Optional.empty() : Optional.of(digits(least));
  }

  private static void add(long[] row, int words, long[] least) {
    long hash = 0;
    for (int i = 0; i < ROW; i++) {
      hash = mixed(hash + row[(words + i) % ROW]);
    }
    for (int i = 0; i < PARTS; i++) {
      hash = mixed(hash + i);
      least[i] = Math.min(least[i], hash >>> 1);
    }
  }

  private static long hash(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return mixed(hash);
  }

  /** The finaliser of SplitMix64 (Steele and others 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static String digits(long[] least) {
    StringBuilder digits = new StringBuilder(PARTS * PART_BITS / 4);
    for (long one : least) {
      digits.append(String.format(Locale.ROOT, "%04x", one & 0xFFFF));
    }
    return digits.toString();
  }

  /** The numbers behind the digits. */
  public static long[] parse(String digits) {
    long[] bands = new long[BANDS];
    int width = digits.length() / BANDS;
    for (int i = 0; i < BANDS; i++) {
      bands[i] = Long.parseUnsignedLong(digits.substring(i * width, (i + 1) * width), 16);
    }
    return bands;
  }

  /** About which share of their rows of words two texts have in common, from 0 to 1. */
  public static double similarity(long[] left, long[] right) {
    int same = 0;
    for (int i = 0; i < BANDS; i++) {
      long differing = left[i] ^ right[i];
      for (int k = 0; k < PARTS_A_BAND; k++) {
        same += ((differing >>> (k * PART_BITS)) & 0xFFFF) == 0 ? 1 : 0;
      }
    }
    return same / (double) PARTS;
  }
}
