package org.newsgraph.store.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.store.NewsStore;

/**
 * The corrections that all articles of a database reflect. They are stored in the graph that
 * depends on no article, with a digest that is invalid while articles are being reprocessed.
 */
public final class AppliedCorrections {
  private static final String UNFINISHED = "unfinished";

  private final NewsStore store;
  private final Iris iris;
  private final Node graph;

  public AppliedCorrections(NewsStore store) {
    this.store = store;
    this.iris = store.iris();
    this.graph = iris.entitiesGraph();
  }

  /** Tests whether every article reflects exactly these corrections. */
  public boolean matches(Corrections corrections) {
    String digest =
        query(it -> it.find(graph, News.digest, Node.ANY).toList()).stream()
            .map(triple -> triple.getObject().getLiteralLexicalForm())
            .findFirst()
            .orElse("");
    return digest.equals(corrections.digest());
  }

  /** Reads the corrections that all articles reflected last. */
  public Corrections read() {
    List<Triple> lines = query(it -> it.find(Node.ANY, RDF.value.asNode(), Node.ANY).toList());
    return Corrections.of(lines.stream().map(this::correction).toList());
  }

  private Correction correction(Triple line) {
    return CorrectionLine.parse(line.getObject().getLiteralLexicalForm(), ',').toCorrection(iris);
  }

  /** Marks the database as being reprocessed, until {@link #finish}. */
  public void start() {
    put(read(), UNFINISHED);
  }

  /** Records that all articles reflect these corrections. */
  public void finish(Corrections corrections) {
    put(corrections, corrections.digest());
  }

  private void put(Corrections corrections, String digest) {
    // Other facts about entities are kept.
    List<Triple> triples =
        new ArrayList<>(
            query(it -> it.find().toList()).stream().filter(this::isUnrelated).toList());
    corrections.all().forEach(it -> triples.addAll(CorrectionMapping.triples(it, iris)));
    if (!digest.isEmpty()) {
      triples.add(Triple.create(graph, News.digest, NodeFactory.createLiteralString(digest)));
    }
    store.put(graph, triples);
  }

  private boolean isUnrelated(Triple triple) {
    Node subject = triple.getSubject();
    return !subject.equals(graph) && !iris.isCorrection(subject);
  }

  private <T> T query(Function<Graph, T> query) {
    return store.read(dataset -> query.apply(dataset.getGraph(graph)));
  }
}
