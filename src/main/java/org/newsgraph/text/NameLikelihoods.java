package org.newsgraph.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Text;
import org.newsgraph.text.WordTokenizer.Word;

/**
 * How likely each word is part of each kind of name, when the whole article is considered: a word
 * with a capital mostly means the same wherever it stands, and an address holds no names.
 */
final class NameLikelihoods {
  /** How much the other places of a word weigh beside the one in question. */
  private static final double ELSEWHERE = 0.9;

  /** How much the network is to be doubted where it sees no name; below zero, where it sees one. */
  private static final double DOUBT = -0.2;

  private static final int KINDS = 4;
  private static final double NEVER = -1e6;

  /** E-mail and web addresses, the latter with or without a scheme. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+"
              + "|(?:https?://|www\\.)[^\\s<>()]++"
              + "|\\b[a-z0-9-]++(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|edu|gov|info|(?:co|org|ac|gov)\\.uk)\\b"
              + "(?:/[^\\s<>()]*)?");

  private NameLikelihoods() {}

  /**
   * The logarithm of each state's probability, for each word.
   *
   * @param seen the probabilities that the network gives at each place
   */
  static double[][] of(Text text, List<Word> words, List<List<Double>> seen) {
    BitSet addresses = addresses(text);
    Map<String, double[]> kinds = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (isTelling(words.get(i))) {
        add(kinds.computeIfAbsent(words.get(i).spelling(), word -> new double[KINDS]), seen.get(i));
      }
    }
    double[][] likelihoods = new double[words.size()][];
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean none = word.isBreak() || addresses.get(word.span().begin());
      double[] all = isTelling(word) ? kinds.get(word.spelling()) : new double[KINDS];
      likelihoods[i] = blended(seen.get(i), all);
      for (int state = 1; none && state < likelihoods[i].length; state++) {
        likelihoods[i][state] = NEVER;
      }
    }
    return likelihoods;
  }

  private static void add(double[] sums, List<Double> here) {
    for (int state = 1; state < here.size(); state++) {
      sums[(state - 1) / 2] += here.get(state);
    }
  }

  /**
   * The states of one place, the kinds of name shared out anew: in part as in the whole article.
   */
  private static double[] blended(List<Double> here, double[] all) {
    double everywhere = Arrays.stream(all).sum();
    double[] begins = {0, 0};
    for (int state = 1; state < here.size(); state++) {
      begins[state % 2] += here.get(state);
    }
    double[] likelihoods = new double[here.size()];
    likelihoods[TaggingScheme.OUTSIDE] = Math.log(here.get(TaggingScheme.OUTSIDE) + 1e-9) - DOUBT;
    for (int state = 1; state < here.size(); state++) {
      int kind = (state - 1) / 2;
      double elsewhere = everywhere == 0 ? 0 : all[kind] / everywhere * begins[state % 2];
      double share = everywhere == 0 ? 0 : ELSEWHERE;
      likelihoods[state] = Math.log((1 - share) * here.get(state) + share * elsewhere + 1e-9);
    }
    return likelihoods;
  }

  /** Whether its other places tell something: it has a capital, and is not an initial. */
  private static boolean isTelling(Word word) {
    return switch (word.shape()) {
      case CAPITALISED, UPPER, MIXED, ALPHANUMERIC -> true;
      default -> false;
    };
  }

  private static BitSet addresses(Text text) {
    BitSet inside = new BitSet(text.length());
    Matcher matcher = ADDRESS.matcher(text.toString());
    while (matcher.find()) {
      inside.set(text.toCodePointOffset(matcher.start()), text.toCodePointOffset(matcher.end()));
    }
    return inside;
  }
}
