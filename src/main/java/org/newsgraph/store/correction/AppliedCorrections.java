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
 * Which corrections all articles of a database follow. They stand in the graph of what depends on
 * no article, with a digest that is wrong while articles are being worked on.
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

  /** Whether every article follows these, and no others. */
  public boolean matches(Corrections corrections) {
    String digest =
        look(it -> it.find(graph, News.digest, Node.ANY).toList()).stream()
            .map(triple -> triple.getObject().getLiteralLexicalForm())
            .findFirst()
            .orElse("");
    return digest.equals(corrections.digest());
  }

  /** Those that all articles followed last. */
  public Corrections read() {
    List<Triple> lines = look(it -> it.find(Node.ANY, RDF.value.asNode(), Node.ANY).toList());
    return Corrections.of(lines.stream().map(this::correction).toList());
  }

  private Correction correction(Triple line) {
    return CorrectionLine.parse(line.getObject().getLiteralLexicalForm(), ',').read(iris);
  }

  /** From now on articles follow different ones, until {@link #finish}. */
  public void begin() {
    put(read(), UNFINISHED);
  }

  /** All articles follow these now. */
  public void finish(Corrections corrections) {
    put(corrections, corrections.digest());
  }

  private void put(Corrections corrections, String digest) {
    // What else is known of entities stays.
    List<Triple> triples =
        new ArrayList<>(look(it -> it.find().toList()).stream().filter(this::isOther).toList());
    corrections.all().forEach(it -> triples.addAll(CorrectionMapping.triples(it, iris)));
    if (!digest.isEmpty()) {
      triples.add(Triple.create(graph, News.digest, NodeFactory.createLiteralString(digest)));
    }
    store.put(graph, triples);
  }

  private boolean isOther(Triple triple) {
    Node subject = triple.getSubject();
    return !subject.equals(graph) && !iris.isCorrection(subject);
  }

  private <T> T look(Function<Graph, T> question) {
    return store.read(dataset -> question.apply(dataset.getGraph(graph)));
  }
}
