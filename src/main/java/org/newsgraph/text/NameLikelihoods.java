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
 * Computes, for each word, the likelihood of being part of a name of each type, with evidence from
 * the entire article: a capitalised word mostly has the same meaning at all places, and web and
 * e-mail addresses contain no names.
 */
final class NameLikelihoods {
  /**
   * Weight of the average over all occurrences of a word in the article, from 0 to 1. The
   * occurrence itself has the remaining weight.
   */
  private static final double ARTICLE_WEIGHT = 0.9;

  /**
   * Penalty on the log-likelihood of {@link TaggingScheme#OUTSIDE}. A positive value leads to more
   * names, a negative value to fewer.
   */
  private static final double OUTSIDE_PENALTY = -0.2;

  private static final int TYPES = 4;
  private static final double IMPOSSIBLE = -1e6;

  /** E-mail and web addresses, the latter with or without a scheme. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\w.+-]++@[\\w-]+(?:\\.[\\w-]+)+"
              + "|(?:https?://|www\\.)[^\\s<>()]++"
              + "|\\b[a-z0-9-]++(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|edu|gov|info|(?:co|org|ac|gov)\\.uk)\\b"
              + "(?:/[^\\s<>()]*)?");

  private NameLikelihoods() {}

  /**
   * Returns the log-likelihood of each state, for each word.
   *
   * @param seen probabilities of the states that the network gives to each word
   */
  static double[][] of(Text text, List<Word> words, List<List<Double>> seen) {
    BitSet addresses = addresses(text);
    Map<String, double[]> typeScores = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (isInformative(words.get(i))) {
        add(
            typeScores.computeIfAbsent(words.get(i).spelling(), word -> new double[TYPES]),
            seen.get(i));
      }
    }
    double[][] likelihoods = new double[words.size()][];
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean none = word.isBreak() || addresses.get(word.span().begin());
      double[] all = isInformative(word) ? typeScores.get(word.spelling()) : new double[TYPES];
      likelihoods[i] = blend(seen.get(i), all);
      for (int state = 1; none && state < likelihoods[i].length; state++) {
        likelihoods[i][state] = IMPOSSIBLE;
      }
    }
    return likelihoods;
  }

  private static void add(double[] sums, List<Double> occurrence) {
    for (int state = 1; state < occurrence.size(); state++) {
      sums[(state - 1) / 2] += occurrence.get(state);
    }
  }

  /**
   * Returns the log-likelihoods for one occurrence of a word. The name types share the occurrence's
   * probability partly in the same proportion as in the entire article.
   */
  private static double[] blend(List<Double> occurrence, double[] all) {
    double everywhere = Arrays.stream(all).sum();
    double[] begins = {0, 0};
    for (int state = 1; state < occurrence.size(); state++) {
      begins[state % 2] += occurrence.get(state);
    }
    double[] likelihoods = new double[occurrence.size()];
    likelihoods[TaggingScheme.OUTSIDE] =
        Math.log(occurrence.get(TaggingScheme.OUTSIDE) + 1e-9) - OUTSIDE_PENALTY;
    for (int state = 1; state < occurrence.size(); state++) {
      int type = (state - 1) / 2;
      double elsewhere = everywhere == 0 ? 0 : all[type] / everywhere * begins[state % 2];
      double share = everywhere == 0 ? 0 : ARTICLE_WEIGHT;
      likelihoods[state] = Math.log((1 - share) * occurrence.get(state) + share * elsewhere + 1e-9);
    }
    return likelihoods;
  }

  /**
   * Tests whether the other occurrences of a word are evidence for its type: the word has a capital
   * and is not an initial.
   */
  private static boolean isInformative(Word word) {
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
