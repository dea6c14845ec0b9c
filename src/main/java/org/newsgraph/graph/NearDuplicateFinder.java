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
 * Finds which articles are another one's text, word for word or nearly: what agencies sell is
 * printed by many papers. Each copy points to the article that came first.
 *
 * <p>A pure function: articles alone decide, and not the order in which they are given. It keeps
 * about 250 bytes an article in memory while it works. Articles that have a band of their {@link
 * MinHash} in common with no other are nobody's copies, and may be left out.
 */
public final class NearDuplicateFinder {
  /** Texts that have fewer of their words in common only tell of the same. */
  private static final double LEAST_ALIKE = 0.7;

  private final List<Node> articles;
  private final List<long[]> prints;
  private final int[] parents;

  private NearDuplicateFinder(Map<Node, long[]> fingerprints) {
    articles = fingerprints.keySet().stream().sorted(Comparator.comparing(Node::getURI)).toList();
    prints = articles.stream().map(fingerprints::get).toList();
    parents = IntStream.range(0, articles.size()).toArray();
  }

  /**
   * For every copy a triple that tells whose.
   *
   * @param fingerprints of the articles, as {@link MinHash#parse} gives them
   * @param issued tells the day an article appeared, as ISO 8601 writes it; asked only of those
   *     that have or are copies
   */
  public static Set<Triple> find(
      Map<Node, long[]> fingerprints, Function<Node, Optional<String>> issued) {
    NearDuplicateFinder finder = new NearDuplicateFinder(fingerprints);
    finder.compare();
    return finder.triples(issued);
  }

  /** Only articles that have a band in common can be alike: so not every pair is looked at. */
  private void compare() {
    for (int band = 0; band < MinHash.BANDS; band++) {
      int one = band;
      int[] order =
          IntStream.range(0, prints.size())
              .boxed()
              .sorted(Comparator.comparingLong(i -> band(i, one)))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int from = 0, to; from < order.length; from = to) {
        to = from + 1;
        while (to < order.length && band(order[to], one) == band(order[from], one)) {
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
        && MinHash.similarity(prints.get(left), prints.get(right)) >= LEAST_ALIKE) {
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
    int[] alike = IntStream.range(0, sizes.length).filter(i -> sizes[root(i)] > 1).toArray();
    String[] days = new String[parents.length];
    for (int i : alike) {
      // An article without a day is no first where another has one.
      days[i] = issued.apply(articles.get(i)).orElse("9999");
    }
    Map<Integer, Integer> firsts = new HashMap<>();
    for (int i : alike) {
      firsts.merge(root(i), i, (a, b) -> days[b].compareTo(days[a]) < 0 ? b : a);
    }
    Set<Triple> triples = new HashSet<>();
    for (int i : alike) {
      int first = firsts.get(root(i));
      if (i != first) {
        triples.add(Triple.create(articles.get(i), News.sameTextAs, articles.get(first)));
      }
    }
    return triples;
  }
}
