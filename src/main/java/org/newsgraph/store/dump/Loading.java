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
 * Loads quads into a database: into an existing one by transactions of 100,000 quads, into a new
 * one by the bulk loader. A new database is created as soon as the base of its IRIs is known from
 * an article; until then, up to 100,000 quads are buffered.
 */
public final class Loading extends StreamRDFBase implements AutoCloseable {
  private static final int TRANSACTION_SIZE = 100_000;

  private final Path folder;
  private final Runnable step;

  private final List<Quad> buffered = new ArrayList<>();
  private final Set<Node> graphs = new HashSet<>();
  private Optional<Iris> iris;
  private NewsStore store;
  private DatasetGraph dataset;

  /** Loader of a new database; null for an existing one. */
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

  /** Creates a loader for an existing database. */
  static Loading forExistingDatabase(NewsStore store, Runnable step) {
    return new Loading(store.folder(), Optional.of(store.iris()), store, step);
  }

  /** Creates a loader for a new database. */
  public static Loading forNewDatabase(Path folder, Optional<Iris> iris, Runnable step) {
    return new Loading(folder, iris, null, step);
  }

  @Override
  public void triple(Triple triple) {
    quad(new Quad(Quad.defaultGraphIRI, triple));
  }

  @Override
  public void quad(Quad quad) {
    if (quad.getGraph() != null && quad.getGraph().equals(quad.getSubject())) {
      inspectArticle(quad);
    }
    if (iris.isEmpty() && buffered.size() < TRANSACTION_SIZE) {
      buffered.add(quad);
      return;
    }
    connect();
    add(quad);
  }

  /** Counts an article or learns the base of the IRIs, from a quad about the graph's article. */
  private void inspectArticle(Quad quad) {
    if (quad.getPredicate().equals(RDF.type.asNode()) && quad.getObject().equals(News.Article)) {
      articles++;
      step.run();
    } else if (quad.getPredicate().equals(DCTerms.identifier.asNode())
        && quad.getGraph().isURI()
        && quad.getObject().isLiteral()) {
      Iris.of(quad.getGraph(), quad.getObject().getLiteralLexicalForm()).ifPresent(this::setBase);
    }
  }

  private void setBase(Iris found) {
    if (iris.isEmpty()) {
      iris = Optional.of(found);
    } else if (!iris.get().base().equals(found.base())) {
      throw new StoreException(
          "the dump's articles have the base "
              + found.base()
              + ", but the database has "
              + iris.get().base()
              + "; import the dump into a new database");
    }
  }

  private void connect() {
    if (store == null) {
      store = NewsStore.create(folder, iris.map(Iris::base));
      bulk = new BulkLoad(store.rawDataset(), folder, store::requireBytes);
      buffered.forEach(this::add);
      buffered.clear();
    }
  }

  private void add(Quad quad) {
    quads++;
    if (bulk != null) {
      bulk.add(quad);
      return;
    }
    if (written == 0) {
      store.requireDiskSpace(TRANSACTION_SIZE);
      dataset.begin(TxnType.WRITE);
    }
    Node graph = quad.isDefaultGraph() ? Quad.defaultGraphNodeGenerated : quad.getGraph();
    if (isArticleGraph(graph) && graphs.add(graph)) {
      dataset.removeGraph(graph);
    }
    dataset.add(graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
    written++;
    if (written == TRANSACTION_SIZE) {
      commit();
    }
  }

  private boolean isArticleGraph(Node graph) {
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

  /** Returns the number of articles so far. */
  long articles() {
    return articles;
  }

  /** Finishes loading after the last quad. */
  Dump.Loaded complete() {
    connect();
    if (bulk == null) {
      commit();
    } else {
      bulk.finish();
      release();
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
    release();
  }

  private void release() {
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
