package org.newsgraph.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Finder of near duplicates: articles with nearly the same text, as many papers print the same
 * agency text. Each copy refers to the article that was published first.
 *
 * <p>The result does not depend on the order of the articles. Takes about 250 bytes of memory per
 * article. Articles that share no band of their {@link MinHash} with another article cannot be
 * copies and may be left out.
 */
public final class NearDuplicateFinder {
  /** Minimum similarity of near duplicates; less similar texts only report on the same events. */
  private static final double MIN_SIMILARITY = 0.7;

  private final List<Node> articles;
  private final List<long[]> prints;
  private final int[] parents;

  private NearDuplicateFinder(Map<Node, long[]> fingerprints) {
    articles = fingerprints.keySet().stream().sorted(Comparator.comparing(Node::getURI)).toList();
    prints = articles.stream().map(fingerprints::get).toList();
    parents = IntStream.range(0, articles.size()).toArray();
  }

  /**
   * Returns a {@code news:sameTextAs} triple for each copy.
   *
   * @param fingerprints fingerprints of the articles, as returned by {@link MinHash#parse}
   * @param issued lookup of an article's publication date in ISO 8601, used only for articles that
   *     are or have copies
   */
  public static Set<Triple> find(
      Map<Node, long[]> fingerprints, Function<Node, Optional<String>> issued) {
    NearDuplicateFinder finder = new NearDuplicateFinder(fingerprints);
    finder.compare();
    return finder.triples(issued);
  }

  /** Compares only pairs of articles that have a band in common, since others cannot be similar. */
  private void compare() {
    for (int band = 0; band < MinHash.BANDS; band++) {
      int currentBand = band;
      int[] order =
          IntStream.range(0, prints.size())
              .boxed()
              .sorted(Comparator.comparingLong(i -> band(i, currentBand)))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int from = 0, to; from < order.length; from = to) {
        to = from + 1;
        while (to < order.length
            && band(order[to], currentBand) == band(order[from], currentBand)) {
          join(order[from], order[to]);
          join(order[to - 1], order[to]);
          to++;
        }
      }
    }
  }

  private long band(int article, int band) {
    return prints.get(article)[band];
  }

  private void join(int left, int right) {
    if (root(left) != root(right)
        && MinHash.similarity(prints.get(left), prints.get(right)) >= MIN_SIMILARITY) {
      parents[Math.max(root(left), root(right))] = Math.min(root(left), root(right));
    }
  }

  private int root(int article) {
    int at = article;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private Set<Triple> triples(Function<Node, Optional<String>> issued) {
    int[] sizes = new int[parents.length];
    IntStream.range(0, sizes.length).forEach(i -> sizes[root(i)]++);
    int[] grouped = IntStream.range(0, sizes.length).filter(i -> sizes[root(i)] > 1).toArray();
    String[] days = new String[parents.length];
    for (int i : grouped) {
      // An article without a date comes after those that have one.
      days[i] = issued.apply(articles.get(i)).orElse("9999");
    }
    Map<Integer, Integer> firsts = new HashMap<>();
    for (int i : grouped) {
      firsts.merge(root(i), i, (a, b) -> days[b].compareTo(days[a]) < 0 ? b : a);
    }
    Set<Triple> triples = new HashSet<>();
    for (int i : grouped) {
      int first = firsts.get(root(i));
      if (i != first) {
        triples.add(Triple.create(articles.get(i), News.sameTextAs, articles.get(first)));
      }
    }
    return triples;
  }
}
