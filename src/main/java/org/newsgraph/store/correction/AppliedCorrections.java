package org.newsgraph.store.correction;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.text.IndexingDataset;

/**
 * The corrections that all articles of a database reflect. They are stored in the graph that
 * depends on no article, with a digest that is invalid while articles are being reprocessed.
 */
public final class AppliedCorrections {
  private static final String UNFINISHED = "unfinished";

  /** Maximum number of triples that describe a correction. */
  private static final long TRIPLES_PER_CORRECTION = 5;

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
    String digest = corrections.digest();
    return store.read(
        dataset ->
            digest.isEmpty()
                ? !dataset.contains(graph, graph, News.digest, Node.ANY)
                : dataset.contains(
                    graph, graph, News.digest, NodeFactory.createLiteralString(digest)));
  }

  /** Reads the corrections that all articles reflected last. */
  public Corrections read() {
    return store.read(this::read);
  }

  private Corrections read(DatasetGraph dataset) {
    return Corrections.of(
        dataset
            .getGraph(graph)
            .find(Node.ANY, RDF.value.asNode(), Node.ANY)
            .mapWith(this::correction)
            .toList());
  }

  private Correction correction(Triple line) {
    return CorrectionLine.parse(line.getObject().getLiteralLexicalForm(), ',').toCorrection(iris);
  }

  /** Marks the database as being reprocessed, until {@link #finish}. */
  public void start() {
    store.writer().update(0, dataset -> replace(dataset, read(dataset), UNFINISHED));
  }

  /** Records that all articles reflect these corrections. */
  public void finish(Corrections corrections) {
    store
        .writer()
        .update(
            TRIPLES_PER_CORRECTION * corrections.all().size(),
            dataset -> replace(dataset, corrections, corrections.digest()));
  }

  /**
   * Replaces the corrections and the digest. Reads the other facts about entities, which are kept,
   * in the same transaction: facts may be added at the same time.
   */
  private Corrections replace(IndexingDataset dataset, Corrections corrections, String digest) {
    List<Triple> triples =
        new ArrayList<>(
            dataset.getGraph(graph).find().toList().stream().filter(this::isUnrelated).toList());
    corrections.all().forEach(it -> triples.addAll(CorrectionMapping.triples(it, iris)));
    if (!digest.isEmpty()) {
      triples.add(Triple.create(graph, News.digest, NodeFactory.createLiteralString(digest)));
    }
    dataset.replace(graph, triples);
    return corrections;
  }

  private boolean isUnrelated(Triple triple) {
    Node subject = triple.getSubject();
    return !subject.equals(graph) && !iris.isCorrection(subject);
  }
}
