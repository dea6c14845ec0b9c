package org.newsgraph.store.dump;

import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.StoreException;

/**
 * A receiver of the quads of a dump, which counts the articles and learns the base of the IRIs from
 * them. Subclasses store the quads. To be closed; without {@link #complete}, the last quads are
 * lost.
 */
public abstract class QuadSink extends StreamRDFBase implements AutoCloseable {
  private final Runnable onArticle;
  private Optional<Iris> iris;
  private long articles;
  private long quads;

  /**
   * @param iris factory of the database's IRIs; if empty, the base is that of the first article
   * @param onArticle called after each article
   */
  QuadSink(Optional<Iris> iris, Runnable onArticle) {
    this.iris = iris;
    this.onArticle = onArticle;
  }

  /** Stores a quad. A triple outside of named graphs is in the default graph. */
  abstract void store(Quad quad);

  /** Stores all quads that are not on disk yet. */
  abstract void storeAll();

  @Override
  public abstract void close();

  @Override
  public final void triple(Triple triple) {
    quad(new Quad(Quad.defaultGraphIRI, triple));
  }

  @Override
  public final void quad(Quad quad) {
    if (quad.getGraph() != null && quad.getGraph().equals(quad.getSubject())) {
      inspectArticle(quad);
    }
    quads++;
    store(quad);
  }

  /** Counts an article or learns the base of the IRIs, from a quad about the graph's article. */
  private void inspectArticle(Quad quad) {
    if (quad.getPredicate().equals(RDF.type.asNode()) && quad.getObject().equals(News.Article)) {
      articles++;
      onArticle.run();
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

  /** Returns the factory of the database's IRIs, if it is known yet. */
  final Optional<Iris> iris() {
    return iris;
  }

  /** Returns the number of articles so far. */
  final long articles() {
    return articles;
  }

  /** Stores all quads. To be called after the last quad. */
  final Dump.Loaded complete() {
    storeAll();
    return new Dump.Loaded(articles, quads);
  }
}
