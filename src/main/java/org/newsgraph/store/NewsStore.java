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
 * Every method can be called from several threads; writes wait for each other.
 */
public final class NewsStore implements AutoCloseable {
  /**
   * How much room must be left on the disk before an article is written, in bytes. TDB2 maps its
   * files into memory and grows them by blocks of 8 MiB: on a full disk the process would die.
   */
  public static final long MINIMUM_SPACE = 64L << 20;

  /** How many bytes more a large article may take: its triples in every index, with room. */
  public static final long SPACE_PER_TRIPLE = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(NewsStore.class);

  private final Path folder;
  private final Iris iris;
  private final DatasetGraph dataset;
  private final LongSupplier usableSpace;
  private final TransactionalTextIndex words;
  private final IndexingDataset watched;
  private final boolean readOnly;
  private final WriteAheadLog log;

  /** Counts the changes since it was opened. */
  private final AtomicLong revision = new AtomicLong();

  private NewsStore(
      Path folder, Iris iris, DatasetGraph dataset, LongSupplier usableSpace, boolean readOnly) {
    this.folder = folder;
    this.iris = iris;
    this.dataset = dataset;
    this.usableSpace = usableSpace;
    this.words = new TransactionalTextIndex(folder.resolve("text"), dataset);
    this.readOnly = readOnly;
    this.log = new WriteAheadLog(folder);
    this.watched =
        new IndexingDataset(dataset, words, revision::incrementAndGet, this::requireWritable);
    dataset.getContext().set(TextQuery.textIndex, words);
  }

  /**
   * Opens the database in a folder; makes one where there is none.
   *
   * @param base the base of a new database's IRIs; an existing one must have been made with the
   *     same. Without it, a new one takes {@link Iris#DEFAULT_BASE}, an existing one keeps its own.
   * @throws StoreException where the folder cannot be used, or another process uses it
   */
  public static NewsStore create(Path folder, Optional<String> base) {
    DatabaseFolder place = new DatabaseFolder(folder);
    return create(place, base, place::usableSpace);
  }

  /** The same, with another way to ask how much room is left. */
  static NewsStore create(DatabaseFolder place, Optional<String> base, LongSupplier usableSpace) {
    Optional<Iris> existing = place.iris();
    Optional<Iris> wanted = base.map(Iris::new);
    if (existing.isPresent()) {
      wanted.ifPresent(iris -> requireSame(place, existing.get(), iris));
      return connect(place, existing.get(), usableSpace, false);
    }
    Iris iris = wanted.orElseGet(() -> new Iris(Iris.DEFAULT_BASE));
    place.create(iris);
    return connect(place, iris, usableSpace, false);
  }

  /**
   * Opens the database in a folder.
   *
   * @throws StoreException where there is none, or another process uses it
   */
  public static NewsStore open(Path folder) {
    DatabaseFolder place = new DatabaseFolder(folder);
    return connect(place, existing(place), place::usableSpace, false);
  }

  /**
   * Opens the database in a folder to read it alone: whatever would change it throws. TDB2 opens
   * its files for writing all the same, and lets one process have them; the text index is made
   * where it is missing. Nothing else is written into the folder.
   *
   * @throws StoreException where there is none, or another process uses it
   */
  public static NewsStore openReadOnly(Path folder) {
    DatabaseFolder place = new DatabaseFolder(folder);
    Iris iris = existing(place);
    if (place.databaseSize() == 0) {
      // TDB2 would make an empty one.
      throw new StoreException(folder + ": the database's files are missing; copy it once more");
    }
    return connect(place, iris, place::usableSpace, true);
  }

  private static Iris existing(DatabaseFolder place) {
    return place
        .iris()
        .orElseThrow(
            () ->
                new StoreException(
                    place.path()
                        + ": there is no Newsgraph database here; make one with"
                        + " \"newsgraph build SOURCE --db "
                        + place.path()
                        + "\""));
  }

  private static void requireSame(DatabaseFolder place, Iris existing, Iris wanted) {
    if (!existing.base().equals(wanted.base())) {
      throw new StoreException(
          place.path()
              + ": this database was made with the base "
              + existing.base()
              + ", which cannot be changed to "
              + wanted.base()
              + "; leave --base out, or build into a new folder");
    }
  }

  private static NewsStore connect(
      DatabaseFolder place, Iris iris, LongSupplier usableSpace, boolean readOnly) {
    NewsStore store =
        new NewsStore(place.absolute(), iris, OpenDatabases.open(place), usableSpace, readOnly);
    try {
      if (!readOnly) {
        if (store.log.triples() > 0) {
          LOG.warn("{}: what a build that was stopped left waiting is put in first", place.path());
        }
        store.checkpoint();
      }
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** How things in this database are named. */
  public Iris iris() {
    return iris;
  }

  /** Where it lies. */
  public Path folder() {
    return folder;
  }

  /**
   * The database itself, whose default graph in queries is the union of all graphs; {@code
   * text:query} finds words in it. Who uses it opens and ends transactions. What is written through
   * it the text index follows.
   */
  public DatasetGraph dataset() {
    return watched;
  }

  /**
   * The same without the text index, which must not be there: it is made anew when first needed.
   */
  public DatasetGraph rawDataset() {
    return dataset;
  }

  /** Whether it was opened to be read alone. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** Opens the text index, which else whoever searches first waits for; makes a missing one. */
  public void openTextIndex() {
    words.ready();
  }

  /** What entities are called, labels first, from the text index: however many articles say so. */
  public Map<Node, List<String>> names(Collection<Node> entities) {
    return words.names(entities);
  }

  private void requireWritable() {
    if (readOnly) {
      throw new StoreException(
          folder + ": this copy is only read; change the database that it was made from");
    }
  }

  /** How often it was changed since it was opened: as long as this stays, so does every answer. */
  public long revision() {
    return revision.get();
  }

  /** Looks into the database, in one transaction. */
  public <T> T read(Function<DatasetGraph, T> look) {
    try {
      return Txn.calculateRead(dataset, () -> look.apply(dataset));
    } catch (DBOpEnvException | TDBException e) {
      throw OpenDatabases.damaged(folder, e);
    }
  }

  /** The names of all articles' graphs, sorted. */
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

  /** What an article's graph was made from, as it was given when it was put. */
  public Optional<String> digest(String articleId) {
    Node article = iris.article(articleId);
    return read(
        it -> {
          Iterator<Quad> found = it.find(article, article, News.digest, Node.ANY);
          return found.hasNext()
              ? Optional.of(found.next().getObject().getLiteralLexicalForm())
              : Optional.empty();
        });
  }

  /** When the version of an article that is there was made, as its source said. */
  public Optional<String> modified(String articleId) {
    Node article = iris.article(articleId);
    return read(
        it -> {
          Iterator<Quad> found = it.find(article, article, DCTerms.modified.asNode(), Node.ANY);
          return found.hasNext()
              ? Optional.of(found.next().getObject().getLiteralLexicalForm())
              : Optional.empty();
        });
  }

  /**
   * Puts an article's graph in place of the one that it had, in one transaction: after a crash the
   * old graph is there or the new one, never a part.
   *
   * @throws StoreException where the disk is nearly full; nothing is changed then
   */
  public void put(ArticleGraph article) {
    put(article.name(), article.triples());
  }

  /**
   * Puts several articles' graphs in place of those that they had, all in one transaction, which
   * takes hardly longer than a transaction for one. Of two graphs of one name the later stays.
   *
   * @throws StoreException where the disk is nearly full; what is there stays
   */
  public void putAll(List<ArticleGraph> articles) {
    requireDiskSpace(articles.stream().mapToInt(it -> it.triples().size()).sum());
    Txn.exec(
        watched,
        TxnType.WRITE,
        () -> articles.forEach(it -> watched.replace(it.name(), it.triples())));
  }

  /** Whether there is {@link #log}: not on Windows. */
  public boolean supportsLog() {
    return BulkCompaction.canAdd();
  }

  /**
   * Takes several articles' graphs down, to be put in later: they are safe then, and nobody sees
   * them. Of tens of thousands that is by far the quicker way. Of two graphs of one name the later
   * stays.
   *
   * @return how many triples wait now
   * @throws StoreException where the disk is nearly full; what was taken down stays
   * @throws UnsupportedOperationException where it cannot be done
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
   * Puts in what waits, each graph in place of the one that the database has. So does whoever opens
   * the database after a crash.
   *
   * @throws StoreException where the disk is nearly full; all waits on then
   */
  public void checkpoint() {
    if (log.triples() > 0) {
      new LogCheckpoint(dataset, watched, words, this::requireBytes).all(log, size());
      revision.incrementAndGet();
    }
    log.clear();
  }

  /** Puts a graph in place of the one of this name, in one transaction. */
  public void put(Node name, Collection<Triple> triples) {
    requireDiskSpace(triples.size());
    Txn.exec(watched, TxnType.WRITE, () -> watched.replace(name, triples));
  }

  /** Adds to the graph of this name, in one transaction; nothing where there is nothing to add. */
  void add(Node name, Collection<Triple> triples) {
    if (!triples.isEmpty()) {
      requireDiskSpace(triples.size());
      Txn.exec(watched, TxnType.WRITE, () -> watched.addAll(name, triples));
    }
  }

  /**
   * Takes an article out, with all that only it said.
   *
   * @param article its id or its IRI
   * @return whether it was there
   */
  public boolean delete(String article) {
    Node name = iris.articleOf(article);
    boolean there = read(it -> it.contains(name, name, News.digest, Node.ANY));
    if (there) {
      requireDiskSpace(0);
      Txn.exec(watched, TxnType.WRITE, () -> watched.removeGraph(name));
    }
    return there;
  }

  /**
   * Gives the room back that each transaction takes for its copies of what it changes: about 2 MB,
   * however small the article. Needs room for a second copy of the database, and does nothing where
   * that is missing.
   *
   * @return whether it was done
   */
  public boolean compact() {
    requireWritable();
    if (usableSpace.getAsLong() < MINIMUM_SPACE + size()) {
      return false;
    }
    BulkCompaction.repack(dataset, this::requireBytes);
    words.compact();
    return true;
  }

  /** How many bytes the database itself has on disk, without backups and logs beside it. */
  public long size() {
    return new DatabaseFolder(folder).databaseSize();
  }

  /** What its files are like: another answer after every change, in whichever process. */
  String state() {
    return new DatabaseFolder(folder).state();
  }

  public void requireDiskSpace(int triples) {
    requireBytes(triples * SPACE_PER_TRIPLE);
  }

  /** Makes sure that so many bytes can be written, and that some are left then. */
  public void requireBytes(long bytes) {
    long left = usableSpace.getAsLong();
    long needed = MINIMUM_SPACE + bytes;
    if (left < needed) {
      throw new StoreException(
          folder
              + ": the disk is nearly full ("
              + (left >> 20)
              + " MiB left); free it up to "
              + (needed >> 20)
              + " MiB and run the same command again. What is stored is whole");
    }
  }

  /** Lets the database go, for other processes too. */
  @Override
  public void close() {
    try {
      words.close();
    } catch (JenaException e) {
      throw OpenDatabases.damaged(folder, e);
    } finally {
      OpenDatabases.close(folder, dataset);
    }
  }
}
