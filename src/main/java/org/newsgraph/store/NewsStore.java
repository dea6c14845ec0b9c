package org.newsgraph.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.vocabulary.DCTerms;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.bulk.BulkCompaction;
import org.newsgraph.store.bulk.CompactableDataset;
import org.newsgraph.store.text.IndexingDataset;
import org.newsgraph.store.text.TransactionalTextIndex;
import org.newsgraph.store.write.LogCheckpoint;
import org.newsgraph.store.write.WriteAheadLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database of article graphs on disk.
 *
 * <pre>{@code
 * try (NewsStore store = NewsStore.create(Path.of("data"), Optional.empty())) {
 *   store.put(ArticleGraph.of(extraction, store.iris(), provenance, digest));
 * }
 * }</pre>
 *
 * Thread-safe; write transactions are serialized.
 */
public final class NewsStore implements AutoCloseable {
  /**
   * Minimum disk space that must remain free after a write, in bytes. TDB2 maps its files into
   * memory and grows them by blocks of 8 MiB, so that on a full disk the process would crash.
   */
  public static final long MINIMUM_SPACE = 64L << 20;

  /** Estimated disk space per triple in all indexes, in bytes, with a safety margin. */
  public static final long SPACE_PER_TRIPLE = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(NewsStore.class);

  private final Path folder;
  private final Iris iris;
  private final CompactableDataset dataset;
  private final LongSupplier usableSpace;
  private final TransactionalTextIndex textIndex;
  private final IndexingDataset indexingDataset;
  private final boolean readOnly;
  private final WriteAheadLog log;

  /** Number of changes since the database was opened. */
  private final AtomicLong revision = new AtomicLong();

  private NewsStore(
      Path folder,
      Iris iris,
      CompactableDataset dataset,
      LongSupplier usableSpace,
      boolean readOnly) {
    this.folder = folder;
    this.iris = iris;
    this.dataset = dataset;
    this.usableSpace = usableSpace;
    this.textIndex = new TransactionalTextIndex(folder.resolve("text"), dataset);
    this.readOnly = readOnly;
    this.log = new WriteAheadLog(folder);
    this.indexingDataset =
        new IndexingDataset(dataset, textIndex, revision::incrementAndGet, this::requireWritable);
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
    Optional<Iris> existing = databaseFolder.iris();
    Optional<Iris> requested = base.map(Iris::new);
    if (existing.isPresent()) {
      requested.ifPresent(iris -> requireSame(databaseFolder, existing.get(), iris));
      return connect(databaseFolder, existing.get(), usableSpace, false);
    }
    Iris iris = requested.orElseGet(() -> new Iris(Iris.DEFAULT_BASE));
    databaseFolder.create(iris);
    return connect(databaseFolder, iris, usableSpace, false);
  }

  /**
   * Opens the database in a folder.
   *
   * @throws StoreException if there is none, or another process has it open
   */
  public static NewsStore open(Path folder) {
    DatabaseFolder databaseFolder = new DatabaseFolder(folder);
    return connect(databaseFolder, existing(databaseFolder), databaseFolder::usableSpace, false);
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
    Iris iris = existing(databaseFolder);
    if (databaseFolder.databaseSize() == 0) {
      // TDB2 would create an empty database.
      throw new StoreException(folder + ": the database's files are missing; copy it again");
    }
    return connect(databaseFolder, iris, databaseFolder::usableSpace, true);
  }

  private static Iris existing(DatabaseFolder databaseFolder) {
    return databaseFolder
        .iris()
        .orElseThrow(
            () ->
                new StoreException(
                    databaseFolder.path()
                        + ": there is no Newsgraph database here; create one with"
                        + " \"newsgraph build SOURCE --db "
                        + databaseFolder.path()
                        + "\""));
  }

  private static void requireSame(DatabaseFolder databaseFolder, Iris existing, Iris requested) {
    if (!existing.base().equals(requested.base())) {
      throw new StoreException(
          databaseFolder.path()
              + ": this database was created with the base "
              + existing.base()
              + ", which cannot be changed to "
              + requested.base()
              + "; omit --base, or build into a new folder");
    }
  }

  private static NewsStore connect(
      DatabaseFolder databaseFolder, Iris iris, LongSupplier usableSpace, boolean readOnly) {
    NewsStore store =
        new NewsStore(
            databaseFolder.absolute(),
            iris,
            OpenDatabases.open(databaseFolder),
            usableSpace,
            readOnly);
    try {
      if (!readOnly) {
        StagedDatabase.removeLeftovers(databaseFolder.path());
        BulkCompaction.deleteOlderGenerations(store.dataset);
        if (store.log.triples() > 0) {
          LOG.warn("{}: replaying the log of an interrupted build", databaseFolder.path());
        }
        store.checkpoint();
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
    return folder;
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
   * Returns the names of entities, labels first, from the text index. The time this takes does not
   * depend on the number of articles that give the names.
   */
  public Map<Node, List<String>> names(Collection<Node> entities) {
    return textIndex.names(entities);
  }

  private void requireWritable() {
    if (readOnly) {
      throw new StoreException(
          folder + ": this copy is read-only; change the database that it was made from");
    }
  }

  /**
   * Returns the number of changes since the database was opened. While it stays the same, query
   * results stay the same.
   */
  public long revision() {
    return revision.get();
  }

  /** Applies a function to the dataset in one read transaction. */
  public <T> T read(Function<DatasetGraph, T> query) {
    try {
      return Txn.calculateRead(dataset, () -> query.apply(dataset));
    } catch (DBOpEnvException | TDBException e) {
      throw OpenFailure.exception(folder, e);
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
   * Stores the graphs of several articles, replacing their earlier graphs, in one transaction,
   * which takes hardly longer than a transaction for one article. If two graphs have the same name,
   * the later one is stored.
   *
   * @throws StoreException if the disk is nearly full; then nothing is changed
   */
  public void putAll(List<ArticleGraph> articles) {
    requireDiskSpace(articles.stream().mapToInt(it -> it.triples().size()).sum());
    Txn.exec(
        indexingDataset,
        TxnType.WRITE,
        () -> articles.forEach(it -> indexingDataset.replace(it.name(), it.triples())));
  }

  /** Tests whether {@link #log} is supported. It is not on Windows. */
  public boolean supportsLog() {
    return BulkCompaction.supportsAdditions();
  }

  /**
   * Appends the graphs of several articles to the write-ahead log. They are durable when this
   * method returns, and visible after the next {@link #checkpoint}. For tens of thousands of
   * articles this is much faster than transactions. If two graphs have the same name, the later one
   * is stored.
   *
   * @return number of triples in the log
   * @throws StoreException if the disk is nearly full; earlier entries of the log are kept
   * @throws UnsupportedOperationException if {@link #supportsLog} is false
   */
  public long log(List<ArticleGraph> articles) {
    requireWritable();
    if (!supportsLog()) {
      throw new UnsupportedOperationException();
    }
    requireDiskSpace(articles.stream().mapToInt(it -> it.triples().size()).sum());
    log.add(articles);
    return log.triples();
  }

  /**
   * Moves the contents of the write-ahead log into the database, replacing earlier graphs of the
   * same names. Opening the database for writing does this as well, to recover from a crash.
   *
   * @throws StoreException if the disk is nearly full; then the log is kept
   */
  public void checkpoint() {
    if (log.triples() > 0) {
      new LogCheckpoint(dataset, indexingDataset, textIndex, this::requireBytes).run(log, size());
      revision.incrementAndGet();
    }
    log.clear();
  }

  /** Replaces the graph with the given name, in one transaction. */
  public void put(Node name, Collection<Triple> triples) {
    requireDiskSpace(triples.size());
    Txn.exec(indexingDataset, TxnType.WRITE, () -> indexingDataset.replace(name, triples));
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
    return write(
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
   * Applies a function to the dataset in one write transaction, which is aborted if the function
   * throws an exception.
   *
   * @param triples estimated number of triples that are added
   * @throws StoreException if the disk is nearly full; then nothing is changed
   */
  public <T> T write(int triples, Function<IndexingDataset, T> change) {
    requireDiskSpace(triples);
    return Txn.calculateWrite(indexingDataset, () -> change.apply(indexingDataset));
  }

  /** Adds triples to the graph with the given name, in one transaction. */
  void add(Node name, Collection<Triple> triples) {
    if (!triples.isEmpty()) {
      requireDiskSpace(triples.size());
      Txn.exec(indexingDataset, TxnType.WRITE, () -> indexingDataset.addAll(name, triples));
    }
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
      requireDiskSpace(0);
      Txn.exec(indexingDataset, TxnType.WRITE, () -> indexingDataset.removeGraph(name));
    }
    return exists;
  }

  /**
   * Compacts the database, which reclaims the disk space of obsolete block copies: each transaction
   * leaves about 2 MB of them, however small the article. Compaction needs disk space for a second
   * copy of the database, and is skipped if there is not enough.
   *
   * @return whether the database was compacted
   */
  public boolean compact() {
    requireWritable();
    if (usableSpace.getAsLong() < MINIMUM_SPACE + size()) {
      return false;
    }
    BulkCompaction.compact(dataset, this::requireBytes);
    textIndex.compact();
    return true;
  }

  /** Returns the size of TDB2's files in bytes, without the text index, backups and logs. */
  public long size() {
    return new DatabaseFolder(folder).databaseSize();
  }

  /** Returns a version stamp of the database's files that differs after each change. */
  String versionStamp() {
    return new DatabaseFolder(folder).versionStamp();
  }

  /**
   * Checks that there is disk space for a number of triples.
   *
   * @throws StoreException if there is not enough
   */
  public void requireDiskSpace(int triples) {
    requireBytes(triples * SPACE_PER_TRIPLE);
  }

  /**
   * Checks that a number of bytes can be written with {@link #MINIMUM_SPACE} left free.
   *
   * @throws StoreException if there is not enough disk space
   */
  public void requireBytes(long bytes) {
    long left = usableSpace.getAsLong();
    long needed = MINIMUM_SPACE + bytes;
    if (left < needed) {
      throw new StoreException(
          folder
              + ": the disk is nearly full ("
              + (left >> 20)
              + " MiB left); free at least "
              + (needed >> 20)
              + " MiB and run the same command again. The database is intact");
    }
  }

  /** Closes the database and releases its lock. */
  @Override
  public void close() {
    try {
      textIndex.close();
    } catch (JenaException e) {
      throw OpenFailure.exception(folder, e);
    } finally {
      OpenDatabases.close(folder, dataset);
    }
  }
}
