package org.newsgraph.store.dump;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.bulk.BulkLoad;

/**
 * Quads on their way into a database: into one that is there, a hundred thousand in a transaction;
 * into a new one in bulk. That is made as soon as an article tells the base of its IRIs; until then
 * they wait.
 */
public final class Loading extends StreamRDFBase implements AutoCloseable {
  private static final int IN_A_TRANSACTION = 100_000;

  private final Path folder;
  private final Runnable step;

  private final List<Quad> waiting = new ArrayList<>();
  private final Set<Node> graphs = new HashSet<>();
  private Optional<Iris> iris;
  private NewsStore store;
  private DatasetGraph dataset;

  /** Of a new database. */
  private BulkLoad bulk;

  private int written;
  private long quads;
  private long articles;

  private Loading(Path folder, Optional<Iris> iris, NewsStore store, Runnable step) {
    this.folder = folder;
    this.iris = iris;
    this.store = store;
    this.dataset = store == null ? null : store.dataset();
    this.step = step;
  }

  /** Into a database that is there. */
  static Loading into(NewsStore store, Runnable step) {
    return new Loading(store.folder(), Optional.of(store.iris()), store, step);
  }

  /** Into a new one. */
  public static Loading anew(Path folder, Optional<Iris> iris, Runnable step) {
    return new Loading(folder, iris, null, step);
  }

  @Override
  public void triple(Triple triple) {
    quad(new Quad(Quad.defaultGraphIRI, triple));
  }

  @Override
  public void quad(Quad quad) {
    if (quad.getGraph() != null && quad.getGraph().equals(quad.getSubject())) {
      about(quad);
    }
    if (iris.isEmpty() && waiting.size() < IN_A_TRANSACTION) {
      waiting.add(quad);
      return;
    }
    connect();
    add(quad);
  }

  /** What a graph says of the article that it bears the name of. */
  private void about(Quad quad) {
    if (quad.getPredicate().equals(RDF.type.asNode()) && quad.getObject().equals(News.Article)) {
      articles++;
      step.run();
    } else if (quad.getPredicate().equals(DCTerms.identifier.asNode())
        && quad.getGraph().isURI()
        && quad.getObject().isLiteral()) {
      Iris.of(quad.getGraph(), quad.getObject().getLiteralLexicalForm()).ifPresent(this::base);
    }
  }

  private void base(Iris told) {
    if (iris.isEmpty()) {
      iris = Optional.of(told);
    } else if (!iris.get().base().equals(told.base())) {
      throw new StoreException(
          "the dump's articles have the base "
              + told.base()
              + ", the database has "
              + iris.get().base()
              + "; import it into a new database");
    }
  }

  private void connect() {
    if (store == null) {
      store = NewsStore.create(folder, iris.map(Iris::base));
      bulk = new BulkLoad(store.rawDataset(), folder, store::requireBytes);
      waiting.forEach(this::add);
      waiting.clear();
    }
  }

  private void add(Quad quad) {
    quads++;
    if (bulk != null) {
      bulk.add(quad);
      return;
    }
    if (written == 0) {
      store.requireDiskSpace(IN_A_TRANSACTION);
      dataset.begin(TxnType.WRITE);
    }
    Node graph = quad.isDefaultGraph() ? Quad.defaultGraphNodeGenerated : quad.getGraph();
    if (isOneArticles(graph) && graphs.add(graph)) {
      dataset.removeGraph(graph);
    }
    dataset.add(graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
    written++;
    if (written == IN_A_TRANSACTION) {
      commit();
    }
  }

  private boolean isOneArticles(Node graph) {
    return !Quad.isDefaultGraph(graph)
        && !graph.equals(store.iris().entitiesGraph())
        && !graph.equals(store.iris().copiesGraph());
  }

  private void commit() {
    if (written > 0) {
      dataset.commit();
      dataset.end();
      written = 0;
    }
  }

  /** How many articles have come so far. */
  long articles() {
    return articles;
  }

  /** All is read. */
  Dump.Loaded end() {
    connect();
    if (bulk == null) {
      commit();
    } else {
      bulk.finish();
      letGo();
      store = NewsStore.open(folder);
      store.openTextIndex();
    }
    return new Dump.Loaded(articles, quads);
  }

  @Override
  public void close() {
    if (dataset != null && dataset.isInTransaction()) {
      dataset.abort();
      dataset.end();
    }
    letGo();
  }

  private void letGo() {
    if (bulk != null) {
      bulk.close();
      bulk = null;
    }
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
