package org.newsgraph.link.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * A knowledge base on disk. Opening it reads almost nothing; the operating system caches the parts
 * that are used.
 */
public final class IndexedKnowledgeBase implements KnowledgeBase {
  /** Maximum number of candidates of a name. */
  public static final int MAX_CANDIDATES = 64;

  private final Path folder;
  private final KnowledgeBaseInfo description;
  private final DirectoryReader reader;

  private IndexedKnowledgeBase(Path folder, KnowledgeBaseInfo description, DirectoryReader reader) {
    this.folder = folder;
    this.description = description;
    this.reader = reader;
  }

  /**
   * Opens the knowledge base in a folder.
   *
   * @throws KnowledgeBaseException if the folder has no knowledge base, or it cannot be read
   */
  public static IndexedKnowledgeBase open(Path folder) {
    KnowledgeBaseInfo description = KnowledgeBaseInfo.read(folder);
    try {
      FSDirectory files = FSDirectory.open(folder.resolve(KnowledgeBaseBuilder.INDEX));
      return new IndexedKnowledgeBase(folder, description, DirectoryReader.open(files));
    } catch (IOException | IllegalArgumentException e) {
      throw new KnowledgeBaseException(
          folder + ": the knowledge base is damaged; build it again (" + e.getMessage() + ")", e);
    }
  }

  public Path folder() {
    return folder;
  }

  public KnowledgeBaseInfo description() {
    return description;
  }

  @Override
  public List<Candidate> candidates(String name) {
    try {
      CandidateLookup bearers = CandidateLookup.of(name, reader.leaves(), description.priors());
      // A dump may contain an item twice.
      Map<String, Candidate> candidates = new LinkedHashMap<>();
      for (CandidateLookup.Bearer each : bearers.likeliest(MAX_CANDIDATES)) {
        Item item = item(each.doc());
        candidates.putIfAbsent(item.iri(), new Candidate(item, each.prior(), each.exact()));
      }
      return List.copyOf(candidates.values());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public List<Fact> facts(Item item) {
    try {
      Optional<Integer> doc = doc(item.iri());
      if (doc.isEmpty()) {
        return List.of();
      }
      BytesRef stored =
          reader
              .storedFields()
              .document(doc.get(), Set.of(IndexSchema.FACTS))
              .getBinaryValue(IndexSchema.FACTS);
      if (stored == null) {
        return List.of();
      }
      List<Fact> facts = new ArrayList<>();
      for (Fact fact : EntryCodec.readFacts(input(stored))) {
        facts.add(new Fact(fact.property(), labelled(fact.value())));
      }
      return facts;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns the item with an IRI, if this knowledge base has it. */
  @Override
  public Optional<Item> item(String iri) {
    try {
      Optional<Integer> doc = doc(iri);
      return doc.isEmpty() ? Optional.empty() : Optional.of(item(doc.get()));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Fact.Value labelled(Fact.Value value) throws IOException {
    if (value instanceof Fact.Thing thing && thing.iri().endsWith("/" + thing.label())) {
      Optional<Integer> doc = doc(thing.iri());
      return doc.isEmpty() ? thing : new Fact.Thing(thing.iri(), item(doc.get()).label());
    }
    return value;
  }

  private Optional<Integer> doc(String iri) throws IOException {
    Term term = new Term(IndexSchema.IRI, IndexSchema.reference(iri));
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum found = leaf.reader().postings(term, PostingsEnum.NONE);
      int doc = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        return Optional.of(leaf.docBase + doc);
      }
    }
    return Optional.empty();
  }

  private Item item(int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    LeafReader columns = leaf.reader();
    int at = doc - leaf.docBase;
    BinaryDocValues items = columns.getBinaryDocValues(IndexSchema.ITEM);
    if (items == null || !items.advanceExact(at)) {
      throw new IOException("an item is missing");
    }
    return EntryCodec.readItem(input(items.binaryValue()), popularity(columns, at));
  }

  private static double popularity(LeafReader columns, int doc) throws IOException {
    NumericDocValues popularity = columns.getNumericDocValues(IndexSchema.POPULARITY);
    return popularity != null && popularity.advanceExact(doc)
        ? EntryCodec.popularity(popularity.longValue())
        : 0;
  }

  private static ByteArrayDataInput input(BytesRef bytes) {
    return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
  }

  @Override
  public void close() {
    try {
      reader.close();
      reader.directory().close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private KnowledgeBaseException failed(IOException e) {
    return new KnowledgeBaseException(
        folder + ": the knowledge base cannot be read (" + IoErrors.describe(e) + ")", e);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
