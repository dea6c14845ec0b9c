package org.newsgraph.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.bulk.BulkCompaction;
import org.newsgraph.store.bulk.CompactableDataset;
import org.newsgraph.store.text.IndexingDataset;
import org.newsgraph.store.text.StoredNames;
import org.newsgraph.store.text.TransactionalTextIndex;
import org.newsgraph.store.write.GraphWriter;
import org.newsgraph.store.write.WriteAheadLog;

/**
 * A database of article graphs on disk.
 *
 * <pre>{@code
 * try (NewsStore store = NewsStore.create(Path.of("data"), Optional.empty())) {
 *   store.put(ArticleGraph.of(extraction, store.iris(), provenance, digest));
 * }
 * }</pre>
 *
 * {@link #put} and {@link #delete} are single transactions; {@link #writer} has everything else
 * that writes. Thread-safe; write transactions are serialized.
 */
public final class NewsStore implements AutoCloseable {
  private final DatabaseFolder folder;
  private final Iris iris;
  private final CompactableDataset dataset;
  private final DiskSpace diskSpace;
  private final boolean readOnly;
  private final TransactionalTextIndex textIndex;
  private final IndexingDataset indexingDataset;
  private final GraphWriter writer;

  private NewsStore(
      DatabaseFolder folder,
      Iris iris,
      CompactableDataset dataset,
      LongSupplier usableSpace,
      boolean readOnly) {
    this.folder = folder;
    this.iris = iris;
    this.dataset = dataset;
    this.diskSpace = new DiskSpace(folder.path(), usableSpace);
    this.readOnly = readOnly;
    this.textIndex = new TransactionalTextIndex(folder.path().resolve("text"), dataset);
    this.indexingDataset = new IndexingDataset(dataset, textIndex, this::requireWritable);
    this.writer =
        new GraphWriter(
            dataset,
            indexingDataset,
            textIndex,
            new WriteAheadLog(folder.path()),
            diskSpace,
            this::size);
    dataset.getContext().set(TextQuery.textIndex, textIndex);
  }

  /**
   * Opens the database in a folder, or creates one if there is none.
   *
   * @param base base of the database's IRIs; must equal the base of an existing database. If empty,
   *     a new database uses {@link Iris#DEFAULT_BASE}, and an existing one keeps its base.
   * @throws StoreException if the folder cannot be used, or another process has the database open
   */
  public static NewsStore create(Path folder, Optional<String> base) {
    DatabaseFolder databaseFolder = new DatabaseFolder(folder);
    return create(databaseFolder, base, databaseFolder::usableSpace);
  }

  /** Opens or creates a database with the given supplier of the usable disk space, in bytes. */
  static NewsStore create(
      DatabaseFolder databaseFolder, Optional<String> base, LongSupplier usableSpace) {
    return connect(
        databaseFolder, databaseFolder.openOrCreate(base.map(Iris::new)), usableSpace, false);
  }

  /**
   * Opens the database in a folder.
   *
   * @throws StoreException if there is none, or another process has it open
   */
  public static NewsStore open(Path folder) {
    DatabaseFolder databaseFolder = new DatabaseFolder(folder);
    return connect(
        databaseFolder, databaseFolder.requireIris(), databaseFolder::usableSpace, false);
  }

  /**
   * Opens the database in a folder read-only; attempts to change it throw {@link StoreException}.
   * TDB2 nevertheless opens its files for writing and locks them for this process. A missing text
   * index is built. Nothing else is written to the folder.
   *
   * @throws StoreException if there is none, or another process has it open
   */
  public static NewsStore openReadOnly(Path folder) {
    DatabaseFolder databaseFolder = new DatabaseFolder(folder);
    Iris iris = databaseFolder.requireIris();
    if (databaseFolder.databaseSize() == 0) {
      // TDB2 would create an empty database.
      throw new StoreException(folder + ": the database's files are missing; copy it again");
    }
    return connect(databaseFolder, iris, databaseFolder::usableSpace, true);
  }

  private static NewsStore connect(
      DatabaseFolder databaseFolder, Iris iris, LongSupplier usableSpace, boolean readOnly) {
    DatabaseFolder folder = new DatabaseFolder(databaseFolder.absolute());
    CompactableDataset dataset = OpenDatabases.open(databaseFolder);
    NewsStore store = new NewsStore(folder, iris, dataset, usableSpace, readOnly);
    try {
      if (!readOnly) {
        StagedDatabase.removeLeftovers(folder.path());
        BulkCompaction.deleteOlderGenerations(dataset);
        store.writer.recover();
      }
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** Returns the factory of this database's IRIs. */
  public Iris iris() {
    return iris;
  }

  /** Returns the absolute path of the database's folder. */
  public Path folder() {
    return folder.path();
  }

  /** Returns the writer of the database's graphs. */
  public GraphWriter writer() {
    return writer;
  }

  /** Returns the disk space that is left for the database. */
  public DiskSpace diskSpace() {
    return diskSpace;
  }

  /**
   * Returns the dataset. In queries its default graph is the union of all graphs, and {@code
   * text:query} searches the text index. Callers begin and end transactions themselves; the text
   * index is updated with each commit.
   */
  public DatasetGraph dataset() {
    return indexingDataset;
  }

  /**
   * Returns the dataset without the text index: writes to it do not update the index. Allowed only
   * while the database has no text index; the index is built when first needed.
   */
  public DatasetGraph rawDataset() {
    return dataset;
  }

  /** Tests whether the database was opened read-only. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /**
   * Opens the text index, and builds it if it is missing. Otherwise the first search would have to
   * wait for this.
   */
  public void openTextIndex() {
    textIndex.ensureOpen();
  }

  /**
   * Returns the names of entities, from the text index. The time this takes does not depend on the
   * number of articles that give the names.
   */
  public Map<Node, StoredNames> names(Collection<Node> entities) {
    return textIndex.names(entities);
  }

  private void requireWritable() {
    if (readOnly) {
      throw new StoreException(
          folder() + ": this copy is read-only; change the database that it was made from");
    }
  }

  /**
   * Returns the number of changes since the database was opened. While it stays the same, query
   * results stay the same.
   */
  public long revision() {
    return indexingDataset.revision();
  }

  /** Applies a function to the dataset in one read transaction. */
  public <T> T read(Function<DatasetGraph, T> query) {
    try {
      return Txn.calculateRead(dataset, () -> query.apply(dataset));
    } catch (DBOpEnvException | TDBException e) {
      throw OpenFailure.exception(folder(), e);
    }
  }

  /** Returns the names of all article graphs, sorted. */
  public NavigableSet<Node> articles() {
    return read(
        it -> {
          NavigableSet<Node> names = new TreeSet<>(Comparator.comparing(Node::getURI));
          it.find(Node.ANY, Node.ANY, News.digest, Node.ANY)
              .forEachRemaining(
                  quad -> {
                    if (quad.getGraph().equals(quad.getSubject())
                        && !quad.getGraph().equals(iris.entitiesGraph())) {
                      names.add(quad.getGraph());
                    }
                  });
          return names;
        });
  }

  /** Returns the number of articles, from the index alone. */
  public long articleCount() {
    return read(
        it ->
            Iter.iter(it.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article))
                .map(Quad::getSubject)
                .distinctAdjacent()
                .count());
  }

  /** Returns the digest of an article's inputs that was stored with its graph. */
  public Optional<String> digest(String articleId) {
    return read(it -> literal(it, iris.article(articleId), News.digest));
  }

  /** Returns the modification date that the source gave for the stored version of an article. */
  public Optional<String> modified(String articleId) {
    return read(it -> literal(it, iris.article(articleId), DCTerms.modified.asNode()));
  }

  private static Optional<String> literal(DatasetGraph dataset, Node article, Node property) {
    Iterator<Quad> found = dataset.find(article, article, property, Node.ANY);
    return found.hasNext()
        ? Optional.of(found.next().getObject().getLiteralLexicalForm())
        : Optional.empty();
  }

  /**
   * Stores an article's graph, replacing its earlier graph, in one transaction: after a crash the
   * database has either the old graph or the new one, never a part.
   *
   * @throws StoreException if the disk is nearly full; then nothing is changed
   */
  public void put(ArticleGraph article) {
    put(article.name(), article.triples());
  }

  /**
   * Replaces the graph with the given name, in one transaction.
   *
   * @throws StoreException if the disk is nearly full; then nothing is changed
   */
  public void put(Node name, Collection<Triple> triples) {
    writer.put(name, triples);
  }

  /**
   * Stores an article's graph if the stored version of the article is the expected one; otherwise
   * changes nothing. A graph that was made from a version that has been replaced or deleted in the
   * meantime must not overwrite the new state.
   *
   * @param digest digest of the expected version; empty if the article is expected to be missing
   * @return whether the graph was stored
   * @throws StoreException if the disk is nearly full; then nothing is changed
   */
  public boolean putIfDigest(ArticleGraph article, Optional<String> digest) {
    return writer.update(
        article.triples().size(),
        it -> {
          boolean expected = literal(it, article.name(), News.digest).equals(digest);
          if (expected) {
            it.replace(article.name(), article.triples());
          }
          return expected;
        });
  }

  /**
   * Deletes an article's graph.
   *
   * @param article id or IRI of the article
   * @return whether the article was in the database
   */
  public boolean delete(String article) {
    Node name = iris.parseArticle(article);
    boolean exists = read(it -> it.contains(name, name, News.digest, Node.ANY));
    if (exists) {
      writer.delete(name);
    }
    return exists;
  }

  /**
   * Compacts the database.
   *
   * @return whether the database was compacted
   * @see GraphWriter#compact
   */
  public boolean compact() {
    return writer.compact();
  }

  /** Returns the size of TDB2's files in bytes, without the text index, backups and logs. */
  public long size() {
    return folder.databaseSize();
  }

  /** Returns a version stamp of the database's files that differs after each change. */
  public String versionStamp() {
    return folder.versionStamp();
  }

  /** Closes the database and releases its lock. */
  @Override
  public void close() {
    try {
      textIndex.close();
    } catch (JenaException e) {
      throw OpenFailure.exception(folder(), e);
    } finally {
      OpenDatabases.close(folder(), dataset);
    }
  }
}
