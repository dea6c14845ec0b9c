package org.newsgraph.store.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.StoreException;

/**
 * The text index of a database: Lucene's, asked by {@code text:query} in SPARQL.
 *
 * <p>What it holds of a thing follows from the database alone: to bring it up to date is to drop
 * what it has of the thing and to read the thing anew. So there is nothing to undo and nothing to
 * merge, and after a crash the things named in {@link IndexJournal} are read again. It is opened
 * when first needed, and written to disk when somebody searches, or a thousand things have changed.
 */
public final class TransactionalTextIndex implements TextIndex {
  /** In the index itself; another one makes it be built anew. */
  private static final Map<String, String> VERSION = Map.of("newsgraph", "1");

  private static final int MOST_WAITING = 1000;
  private static final Pattern MARKS = Pattern.compile("[\\\\\\[\\](){}*+?^$]");

  private final Path folder;
  private final DatasetGraph dataset;
  private final EntityDefinition fields = TextFields.definition();
  private final IndexJournal unindexed;

  /** Held from before a commit of the database until the index knows of it. */
  private final ReentrantLock lock = new ReentrantLock();

  private TextIndexLucene lucene;
  private int waiting;

  public TransactionalTextIndex(Path folder, DatasetGraph dataset) {
    this.folder = folder;
    this.dataset = dataset;
    this.unindexed = new IndexJournal(folder.resolve("changing"));
  }

  /** Makes one segment of many: each search opens all. Others search and change meanwhile. */
  public void compact() {
    ready();
    try {
      lucene.getIndexWriter().forceMerge(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lock.lock();
    try {
      write();
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of all; whoever needs it next waits until it is made anew. */
  public void forget() {
    lock.lock();
    try {
      if (lucene != null) {
        lucene.close();
        lucene = null;
      }
      waiting = 0;
      clear();
    } catch (IOException e) {
      throw new StoreException(
          folder + ": the text index cannot be deleted (" + IoErrors.describe(e) + ")", e);
    } finally {
      lock.unlock();
    }
  }

  /** To be called outside of a transaction, before one that writes. */
  public void ready() {
    lock.lock();
    try {
      open();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody else commits until {@link #changed} or {@link #unchanged}. */
  void changing(Collection<Node> subjects) {
    lock.lock();
    try {
      unindexed.add(subjects);
    } catch (RuntimeException e) {
      lock.unlock();
      throw e;
    }
  }

  void unchanged() {
    lock.unlock();
  }

  /** The change is in the database; its words go into the index. */
  void changed(Map<Node, Set<Triple>> words) {
    try {
      words.forEach(this::replace);
      waiting += words.size();
      if (waiting >= MOST_WAITING) {
        write();
      }
    } finally {
      lock.unlock();
    }
  }

  /** All that the index should hold of a thing. */
  static Set<Triple> words(DatasetGraph dataset, Node subject) {
    Set<Triple> words = new HashSet<>();
    for (TextFields field : TextFields.values()) {
      dataset
          .find(Node.ANY, subject, field.property(), Node.ANY)
          .forEachRemaining(
              quad -> {
                if (TextFields.holds(subject, field.property(), quad.getObject())) {
                  words.add(quad.asTriple());
                }
              });
    }
    return words;
  }

  /**
   * What the things are called, labels first. The database itself would have to go through all
   * articles that say so.
   */
  public Map<Node, List<String>> names(Collection<Node> subjects) {
    return new IndexedNames(current(null).getDirectory(), fields.getEntityField()).of(subjects);
  }

  private void replace(Node subject, Set<Triple> words) {
    try {
      lucene.getIndexWriter().deleteDocuments(new Term(fields.getEntityField(), subject.getURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    words.forEach(this::add);
  }

  private void add(Triple triple) {
    Node value = triple.getObject();
    Entity document =
        new Entity(
            triple.getSubject().getURI(),
            null,
            value.getLiteralLanguage(),
            value.getLiteralDatatype());
    document.put(fields.getField(triple.getPredicate()), value.getLiteralLexicalForm());
    lucene.addEntity(document);
  }

  private void write() {
    lucene.getIndexWriter().setLiveCommitData(VERSION.entrySet());
    lucene.commit();
    unindexed.clear();
    waiting = 0;
  }

  /** Opened, and as the database is. */
  private TextIndexLucene current(String highlight) {
    if (highlight != null && MARKS.matcher(highlight).find()) {
      // jena-text takes them for a regular expression, and such can take for ever.
      throw new QueryException(
          "marks for highlighting cannot hold any of \\ [ ] ( ) { } * + ? ^ $");
    }
    lock.lock();
    try {
      open();
      if (waiting > 0) {
        write();
      }
      return lucene;
    } finally {
      lock.unlock();
    }
  }

  private void open() {
    if (lucene != null) {
      return;
    }
    try {
      boolean whole = isWhole();
      if (!whole) {
        clear();
      }
      Files.createDirectories(folder);
      lucene = connect();
      if (!whole) {
        // Each in a transaction of its own, since each may have its own thread.
        Arrays.stream(TextFields.values())
            .parallel()
            .forEach(field -> Txn.executeRead(dataset, () -> addAll(field)));
        lucene.getIndexWriter().forceMerge(1);
        write();
        return;
      }
      Set<Node> left = unindexed.read();
      if (!left.isEmpty()) {
        Map<Node, Set<Triple>> words = new LinkedHashMap<>();
        Txn.executeRead(
            dataset, () -> left.forEach(subject -> words.put(subject, words(dataset, subject))));
        words.forEach(this::replace);
        write();
      }
    } catch (IOException e) {
      throw new StoreException(
          folder + ": the text index cannot be opened (" + IoErrors.describe(e) + ")", e);
    }
  }

  private TextIndexLucene connect() throws IOException {
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setAnalyzer(new NewsAnalyzer());
    config.setValueStored(true);
    try {
      return new TextIndexLucene(FSDirectory.open(folder), config);
    } catch (TextIndexException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Whether there is an index that this program has written. */
  private boolean isWhole() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().equals(VERSION);
    } catch (IOException | IllegalArgumentException e) {
      // Damaged, or of a Lucene that this one cannot read.
      return false;
    }
  }

  private void clear() throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void addAll(TextFields field) {
    Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, field.property(), Node.ANY);
    Triple last = null;
    while (quads.hasNext()) {
      Triple triple = quads.next().asTriple();
      // One triple of many graphs comes many times in a row: TDB2 goes by property, value, thing.
      if (!triple.equals(last)
          && TextFields.holds(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        add(triple);
      }
      last = triple;
    }
  }

  @Override
  public List<TextHit> query(
      Node property, String query, String graph, String lang, int limit, String highlight) {
    return current(highlight).query(property, query, graph, lang, limit, highlight);
  }

  @Override
  public List<TextHit> query(Node property, String query, String graph, String lang, int limit) {
    return current(null).query(property, query, graph, lang, limit);
  }

  @Override
  public List<TextHit> query(Node property, String query, String graph, String lang) {
    return current(null).query(property, query, graph, lang);
  }

  @Override
  public List<TextHit> query(
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return current(highlight).query(properties, query, graph, lang, limit, highlight);
  }

  @Override
  public List<TextHit> query(
      Node subject,
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return current(highlight).query(subject, properties, query, graph, lang, limit, highlight);
  }

  @Override
  public List<TextHit> query(
      String subject,
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return current(highlight).query(subject, properties, query, graph, lang, limit, highlight);
  }

  @Override
  public Map<String, Node> get(String uri) {
    return current(null).get(uri);
  }

  @Override
  public EntityDefinition getDocDef() {
    return fields;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (lucene != null) {
        if (waiting > 0) {
          write();
        }
        lucene.close();
        lucene = null;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void prepareCommit() {
    throw new UnsupportedOperationException("the index follows the database");
  }

  @Override
  public void commit() {
    throw new UnsupportedOperationException("the index follows the database");
  }

  @Override
  public void rollback() {
    throw new UnsupportedOperationException("the index follows the database");
  }

  @Override
  public void addEntity(Entity entity) {
    throw new UnsupportedOperationException("the index follows the database");
  }

  @Override
  public void updateEntity(Entity entity) {
    throw new UnsupportedOperationException("the index follows the database");
  }

  @Override
  public void deleteEntity(Entity entity) {
    throw new UnsupportedOperationException("the index follows the database");
  }
}
