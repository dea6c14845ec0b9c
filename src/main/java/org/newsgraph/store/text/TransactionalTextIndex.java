package org.newsgraph.store.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.IndexWriter;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text index of a database: a Lucene index, searched by {@code text:query} in SPARQL.
 *
 * <p>The entry of a subject is a function of the database: an update deletes the entry and rebuilds
 * it from the subject's values. There is therefore nothing to undo or merge, and after a crash the
 * subjects in the {@link IndexJournal} are indexed again. The index is opened on first use. It is
 * committed to disk before a search, and after 1,000 changed subjects.
 */
public final class TransactionalTextIndex extends DelegatingTextIndex {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionalTextIndex.class);
  private static final int MAX_UNCOMMITTED = 1000;

  private final IndexFolder folder;
  private final DatasetGraph dataset;
  private final IndexJournal journal;

  /** Held from before a commit of the database until the index is updated. */
  private final ReentrantLock lock = new ReentrantLock();

  /** The open index, or null. */
  private TextIndexLucene lucene;

  /** Number of subjects that changed since the last commit of the index. */
  private int uncommitted;

  /** True if an update has failed, so that the journal must be kept until it is replayed. */
  private boolean isInDoubt;

  public TransactionalTextIndex(Path folder, DatasetGraph dataset) {
    super(TextFields.definition());
    this.folder = new IndexFolder(folder);
    this.dataset = dataset;
    this.journal = this.folder.journal();
  }

  /**
   * Opens the index, and builds it if there is none. To be called before a write transaction
   * begins.
   */
  public void ensureOpen() {
    lock.lock();
    try {
      open();
      if (isInDoubt && !journal.hasAll()) {
        replayJournal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Merges the index into one segment, because each search opens all segments. Searches and updates
   * can continue meanwhile.
   */
  public void compact() {
    IndexWriter writer = current().getIndexWriter();
    try {
      writer.forceMerge(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lock.lock();
    try {
      open();
      commitIndex();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Records in the journal that the database is about to be replaced. If the program ends before
   * {@link #delete} is called, the index is rebuilt when it is next opened. Searches can continue
   * meanwhile.
   */
  public void invalidate() {
    lock.lock();
    try {
      if (lucene != null || folder.isUsable()) {
        journal.addAll();
        isInDoubt = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Deletes the index. The next caller that needs it rebuilds it. */
  public void delete() {
    lock.lock();
    try {
      closeLucene();
      clear();
    } catch (IOException e) {
      throw new StoreException(
          folder.path() + ": the text index cannot be deleted (" + IoErrors.describe(e) + ")", e);
    } finally {
      lock.unlock();
    }
  }

  private void clear() throws IOException {
    folder.clear();
    uncommitted = 0;
    isInDoubt = false;
  }

  /**
   * Starts an update of index entries: locks out other updates and searches, and records the
   * subjects in the journal. To be called before the commit of the database.
   */
  IndexUpdate beginUpdate(Collection<Node> subjects) {
    lock.lock();
    try {
      journal.add(subjects);
      return new IndexUpdate(this);
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
  }

  /** Replaces the entries of subjects in an update. */
  void replaceAll(Map<Node, Set<Triple>> values) {
    if (lucene == null) {
      // It was deleted or closed meanwhile, and is rebuilt, or replays the journal, when opened.
      return;
    }
    new IndexEntries(lucene).replaceAll(values);
    uncommitted += values.size();
    if (uncommitted >= MAX_UNCOMMITTED) {
      commitIndex();
    }
  }

  /** Ends an update. */
  void endUpdate(boolean isCommitted) {
    isInDoubt |= !isCommitted;
    lock.unlock();
  }

  /**
   * Returns the names of subjects, labels first. The database itself would have to scan all graphs
   * that give the names.
   */
  public Map<Node, StoredNames> names(Collection<Node> subjects) {
    return new IndexedNames(current().getDirectory(), getDocDef().getEntityField()).of(subjects);
  }

  private void commitIndex() {
    IndexFolder.commit(lucene);
    uncommitted = 0;
    if (!isInDoubt) {
      journal.clear();
    }
  }

  @Override
  TextIndexLucene current() {
    lock.lock();
    try {
      open();
      if (uncommitted > 0) {
        commitIndex();
      }
      return lucene;
    } finally {
      lock.unlock();
    }
  }

  private void open() {
    if (isOpen()) {
      return;
    }
    boolean complete = false;
    try {
      boolean usable = folder.isUsable() && !journal.hasAll();
      if (!usable) {
        clear();
      }
      lucene = folder.open(getDocDef());
      uncommitted = 0;
      if (!usable) {
        build();
      } else if (journal.exists()) {
        replayJournal();
      }
      complete = true;
    } catch (IOException e) {
      throw new StoreException(
          folder.path() + ": the text index cannot be opened (" + IoErrors.describe(e) + ")", e);
    } finally {
      if (!complete) {
        discardChanges();
      }
    }
  }

  /**
   * Tests whether the index can be used. An error while writing closes Lucene's writer for good.
   */
  private boolean isOpen() {
    return lucene != null && lucene.getIndexWriter().isOpen();
  }

  private void closeLucene() {
    if (isOpen()) {
      lucene.close();
    }
    lucene = null;
  }

  /** Closes an index that is not up to date, without what was not committed. */
  private void discardChanges() {
    try {
      if (isOpen()) {
        lucene.getIndexWriter().rollback();
      }
    } catch (IOException e) {
      LOG.warn("{}: the text index cannot be closed", folder.path(), e);
    }
    lucene = null;
  }

  private void build() throws IOException {
    IndexEntries entries = new IndexEntries(lucene);
    // One transaction per field, because transactions belong to threads.
    inNewThread(
        () ->
            Arrays.stream(TextFields.values())
                .parallel()
                .forEach(field -> Txn.executeRead(dataset, () -> entries.addAll(dataset, field))));
    lucene.getIndexWriter().forceMerge(1);
    commitIndex();
  }

  /** Indexes the subjects in the journal again, and clears it. */
  private void replayJournal() {
    Set<Node> subjects = journal.subjects();
    Map<Node, Set<Triple>> values = new LinkedHashMap<>();
    inNewThread(
        () ->
            Txn.executeRead(
                dataset,
                () -> subjects.forEach(it -> values.put(it, IndexEntries.values(dataset, it)))));
    new IndexEntries(lucene).replaceAll(values);
    isInDoubt = false;
    commitIndex();
  }

  /**
   * Runs an action in a new thread, because the calling thread may be in a transaction that is
   * older than the last commit.
   */
  private static void inNewThread(Runnable action) {
    try {
      CompletableFuture.runAsync(action, it -> new Thread(it, "text index").start()).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (isOpen() && uncommitted > 0) {
        commitIndex();
      }
      closeLucene();
    } finally {
      lock.unlock();
    }
  }
}
