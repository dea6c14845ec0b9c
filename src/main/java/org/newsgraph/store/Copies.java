package org.newsgraph.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.newsgraph.graph.Fingerprint;
import org.newsgraph.graph.News;

/**
 * Which articles are another one's text, word for word or nearly: what agencies sell is printed by
 * many papers. Each copy points to the article that came first, in a graph of its own, which
 * follows from the articles alone and not from the order in which they were stored.
 *
 * <p>It keeps about 250 bytes an article in memory while it works.
 */
public final class Copies {
  /** Texts that have fewer of their words in common only tell of the same. */
  private static final double LEAST_ALIKE = 0.7;

  private final List<Node> articles = new ArrayList<>();
  private final List<long[]> prints = new ArrayList<>();
  private int[] parents = {};

  private Copies() {}

  /**
   * Finds them anew among all articles.
   *
   * @return how many there are
   */
  public static int mark(NewsStore store) {
    Copies copies = new Copies();
    Node graph = store.iris().copiesGraph();
    Set<Triple> found =
        store.read(
            dataset -> {
              copies.read(dataset);
              copies.compare();
              return copies.triples(dataset);
            });
    Set<Triple> there =
        store.read(dataset -> new HashSet<>(dataset.getGraph(graph).find().toList()));
    if (!found.equals(there)) {
      store.put(graph, found);
    }
    return found.size();
  }

  private void read(DatasetGraph dataset) {
    Map<Node, long[]> all = new HashMap<>();
    dataset
        .find(Node.ANY, Node.ANY, News.fingerprint, Node.ANY)
        .forEachRemaining(
            it ->
                all.put(
                    it.getSubject(), Fingerprint.parse(it.getObject().getLiteralLexicalForm())));
    all.keySet().stream()
        .sorted(Comparator.comparing(Node::getURI))
        .forEach(
            it -> {
              articles.add(it);
              prints.add(all.get(it));
            });
    parents = IntStream.range(0, articles.size()).toArray();
  }

  /** Only articles that have a band in common can be alike: so not every pair is looked at. */
  private void compare() {
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      int one = band;
      int[] order =
          IntStream.range(0, articles.size())
              .boxed()
              .sorted(Comparator.comparingLong(i -> prints.get(i)[one]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int from = 0, to; from < order.length; from = to) {
        to = from + 1;
        while (to < order.length && prints.get(order[to])[one] == prints.get(order[from])[one]) {
          join(order[from], order[to]);
          join(order[to - 1], order[to]);
          to++;
        }
      }
    }
  }

  private void join(int left, int right) {
    if (root(left) != root(right)
        && Fingerprint.similarity(prints.get(left), prints.get(right)) >= LEAST_ALIKE) {
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

  private Set<Triple> triples(DatasetGraph dataset) {
    int[] sizes = new int[articles.size()];
    IntStream.range(0, sizes.length).forEach(i -> sizes[root(i)]++);
    Map<Integer, Integer> firsts = new HashMap<>();
    int[] alike = IntStream.range(0, sizes.length).filter(i -> sizes[root(i)] > 1).toArray();
    String[] dates = new String[articles.size()];
    Arrays.stream(alike).forEach(i -> dates[i] = issued(dataset, articles.get(i)));
    for (int i : alike) {
      firsts.merge(root(i), i, (a, b) -> dates[b].compareTo(dates[a]) < 0 ? b : a);
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

  /** The day; an article without one is no first where another has one. */
  private static String issued(DatasetGraph dataset, Node article) {
    var found = dataset.find(article, article, DCTerms.issued.asNode(), Node.ANY);
    return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "9999";
  }
}
