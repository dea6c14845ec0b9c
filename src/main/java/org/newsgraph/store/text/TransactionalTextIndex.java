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
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.StoreException;

/**
 * The text index of a database: a Lucene index, searched by {@code text:query} in SPARQL.
 *
 * <p>The entry of a subject is a function of the database: an update deletes the entry and rebuilds
 * it from the subject's values. There is therefore nothing to undo or merge, and after a crash the
 * subjects in the {@link IndexJournal} are indexed again. The index is opened on first use. It is
 * committed to disk before a search, and after 1,000 changed subjects.
 */
public final class TransactionalTextIndex implements TextIndex {
  /** Version in the index's commit data. An index of another version is rebuilt. */
  private static final Map<String, String> VERSION = Map.of("newsgraph", "2");

  private static final int MAX_UNCOMMITTED = 1000;
  private static final Pattern REGEX_CHARACTERS = Pattern.compile("[\\\\\\[\\](){}*+?^$]");

  private final Path folder;
  private final DatasetGraph dataset;
  private final EntityDefinition fields = TextFields.definition();
  private final IndexJournal journal;

  /** Held from before a commit of the database until the index is updated. */
  private final ReentrantLock lock = new ReentrantLock();

  private TextIndexLucene lucene;

  /** Number of subjects that changed since the last commit of the index. */
  private int uncommitted;

  public TransactionalTextIndex(Path folder, DatasetGraph dataset) {
    this.folder = folder;
    this.dataset = dataset;
    this.journal = new IndexJournal(folder.resolve("journal"));
  }

  /**
   * Merges the index into one segment, because each search opens all segments. Searches and updates
   * can continue meanwhile.
   */
  public void compact() {
    ensureOpen();
    try {
      lucene.getIndexWriter().forceMerge(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lock.lock();
    try {
      commitIndex();
    } finally {
      lock.unlock();
    }
  }

  /** Deletes the index. The next caller that needs it rebuilds it. */
  public void delete() {
    lock.lock();
    try {
      if (lucene != null) {
        lucene.close();
        lucene = null;
      }
      uncommitted = 0;
      clear();
    } catch (IOException e) {
      throw new StoreException(
          folder + ": the text index cannot be deleted (" + IoErrors.describe(e) + ")", e);
    } finally {
      lock.unlock();
    }
  }

  /** Opens the index. To be called before a write transaction begins. */
  public void ensureOpen() {
    lock.lock();
    try {
      open();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Records subjects in the journal before a commit of the database. Locks out other commits until
   * {@link #commitUpdate} or {@link #rollbackUpdate} is called.
   */
  void beginUpdate(Collection<Node> subjects) {
    lock.lock();
    try {
      journal.add(subjects);
    } catch (RuntimeException e) {
      lock.unlock();
      throw e;
    }
  }

  /** Ends an update after a failed commit of the database. */
  void rollbackUpdate() {
    lock.unlock();
  }

  /** Ends an update after a commit of the database: rewrites the entries of the subjects. */
  void commitUpdate(Map<Node, Set<Triple>> values) {
    try {
      values.forEach(this::replace);
      uncommitted += values.size();
      if (uncommitted >= MAX_UNCOMMITTED) {
        commitIndex();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns the values of a subject that are to be indexed. */
  static Set<Triple> indexedValues(DatasetGraph dataset, Node subject) {
    Set<Triple> values = new HashSet<>();
    for (TextFields field : TextFields.values()) {
      dataset
          .find(Node.ANY, subject, field.property(), Node.ANY)
          .forEachRemaining(
              quad -> {
                if (TextFields.isIndexed(subject, field.property(), quad.getObject())) {
                  values.add(quad.asTriple());
                }
              });
    }
    return values;
  }

  /**
   * Returns the names of subjects, labels first. The database itself would have to scan all graphs
   * that give the names.
   */
  public Map<Node, List<String>> names(Collection<Node> subjects) {
    return new IndexedNames(current(null).getDirectory(), fields.getEntityField()).of(subjects);
  }

  private void replace(Node subject, Set<Triple> values) {
    try {
      lucene.getIndexWriter().deleteDocuments(new Term(fields.getEntityField(), subject.getURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    values.forEach(this::add);
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

  private void commitIndex() {
    lucene.getIndexWriter().setLiveCommitData(VERSION.entrySet());
    lucene.commit();
    journal.clear();
    uncommitted = 0;
  }

  /** Returns the open index, up to date with the database. */
  private TextIndexLucene current(String highlight) {
    if (highlight != null && REGEX_CHARACTERS.matcher(highlight).find()) {
      // jena-text uses the marks as a regular expression, which can take exponential time.
      throw refused("the marks for highlighting must not contain any of \\ [ ] ( ) { } * + ? ^ $");
    }
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
    if (lucene != null) {
      return;
    }
    try {
      boolean usable = isUsable();
      if (!usable) {
        clear();
      }
      Files.createDirectories(folder);
      lucene = connect();
      if (!usable) {
        // One transaction per field, because transactions belong to threads.
        Arrays.stream(TextFields.values())
            .parallel()
            .forEach(field -> Txn.executeRead(dataset, () -> addAll(field)));
        lucene.getIndexWriter().forceMerge(1);
        commitIndex();
        return;
      }
      Set<Node> journaled = journal.read();
      if (!journaled.isEmpty()) {
        Map<Node, Set<Triple>> values = new LinkedHashMap<>();
        Txn.executeRead(
            dataset,
            () ->
                journaled.forEach(subject -> values.put(subject, indexedValues(dataset, subject))));
        values.forEach(this::replace);
        commitIndex();
      }
    } catch (IOException e) {
      throw new StoreException(
          folder + ": the text index cannot be opened (" + IoErrors.describe(e) + ")", e);
    }
  }

  private TextIndexLucene connect() throws IOException {
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setAnalyzer(NewsAnalyzer.ofText());
    config.setQueryAnalyzer(NewsAnalyzer.ofQueries());
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

  /** Tests whether there is a readable index of the current version. */
  private boolean isUsable() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().equals(VERSION);
    } catch (IOException | IllegalArgumentException e) {
      // Damaged, or written by an incompatible version of Lucene.
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
      // TDB2 iterates by property, value and subject, so that equal triples are adjacent.
      if (!triple.equals(last)
          && TextFields.isIndexed(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        add(triple);
      }
      last = triple;
    }
  }

  private List<TextHit> search(
      String highlight, String query, Function<TextIndexLucene, List<TextHit>> search) {
    try {
      return search.apply(current(highlight));
    } catch (TextIndexParseException e) {
      throw invalid(query);
    } catch (TextIndexException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof TooComplexToDeterminizeException
          || e.getCause() instanceof IndexSearcher.TooManyClauses) {
        throw invalid(query);
      }
      throw e;
    }
  }

  private static QueryException invalid(String query) {
    return refused(
        "the text query \""
            + query
            + "\" is not valid in Lucene's query syntax, or too complex. Put text with special"
            + " characters in quotation marks (\"\\\"text\\\"\" in SPARQL), or put a backslash"
            + " before each of them.");
  }

  private static QueryException refused(String reason) {
    // Of the exceptions of queries, the endpoint reports this one as an error of the request.
    return new QueryParseException(reason, -1, -1);
  }

  @Override
  public List<TextHit> query(
      Node property, String query, String graph, String lang, int limit, String highlight) {
    return search(
        highlight, query, index -> index.query(property, query, graph, lang, limit, highlight));
  }

  @Override
  public List<TextHit> query(Node property, String query, String graph, String lang, int limit) {
    return search(null, query, index -> index.query(property, query, graph, lang, limit));
  }

  @Override
  public List<TextHit> query(Node property, String query, String graph, String lang) {
    return search(null, query, index -> index.query(property, query, graph, lang));
  }

  @Override
  public List<TextHit> query(
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return search(
        highlight, query, index -> index.query(properties, query, graph, lang, limit, highlight));
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
    return search(
        highlight,
        query,
        index -> index.query(subject, properties, query, graph, lang, limit, highlight));
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
    return search(
        highlight,
        query,
        index -> index.query(subject, properties, query, graph, lang, limit, highlight));
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
        if (uncommitted > 0) {
          commitIndex();
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
    throw new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }

  @Override
  public void commit() {
    throw new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }

  @Override
  public void rollback() {
    throw new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }

  @Override
  public void addEntity(Entity entity) {
    throw new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }

  @Override
  public void updateEntity(Entity entity) {
    throw new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }

  @Override
  public void deleteEntity(Entity entity) {
    throw new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }
}
