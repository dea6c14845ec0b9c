package org.newsgraph.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.newsgraph.graph.MinHash;
import org.newsgraph.graph.NearDuplicateFinder;
import org.newsgraph.graph.News;

/**
 * Maintains the graph of near duplicates ({@code news:sameTextAs}). Its contents depend only on the
 * stored articles, not on the order in which they were stored.
 */
public final class NearDuplicates {
  private NearDuplicates() {}

  /**
   * Finds the near duplicates among all articles, and updates the graph.
   *
   * @return number of near duplicates
   */
  public static int mark(NewsStore store) {
    Node graph = store.iris().copiesGraph();
    Set<Triple> found =
        store.read(
            dataset -> NearDuplicateFinder.find(fingerprints(dataset), it -> issued(dataset, it)));
    Set<Triple> stored =
        store.read(dataset -> new HashSet<>(dataset.getGraph(graph).find().toList()));
    if (!found.equals(stored)) {
      store.put(graph, found);
    }
    return found.size();
  }

  private static Map<Node, long[]> fingerprints(DatasetGraph dataset) {
    Map<Node, long[]> all = new HashMap<>();
    dataset
        .find(Node.ANY, Node.ANY, News.fingerprint, Node.ANY)
        .forEachRemaining(
            it -> all.put(it.getSubject(), MinHash.parse(it.getObject().getLiteralLexicalForm())));
    return all;
  }

  private static Optional<String> issued(DatasetGraph dataset, Node article) {
    var found = dataset.find(article, article, DCTerms.issued.asNode(), Node.ANY);
    return found.hasNext()
        ? Optional.of(found.next().getObject().getLiteralLexicalForm())
        : Optional.empty();
  }
}
