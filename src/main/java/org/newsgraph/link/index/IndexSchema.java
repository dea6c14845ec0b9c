package org.newsgraph.link.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.newsgraph.link.Item;
import org.newsgraph.link.NameKey;

/** The fields of an index, in which each entry is a document. */
final class IndexSchema {
  /**
   * Keys and spellings of names. The term frequency is the {@link WeightCodec} code of the weight.
   */
  static final String NAME = "name";

  /** Lookup key of an item's facts: its Wikidata ID, otherwise its IRI. */
  static final String IRI = "iri";

  /** Encoded item, as doc values. */
  static final String ITEM = "item";

  /** Popularity of the item, as separate doc values: ranking reads it for all bearers of a name. */
  static final String POPULARITY = "popularity";

  static final String FACTS = "facts";

  /** Separator between a name's key and its spelling. */
  static final char SEPARATOR = '\0';

  private static final FieldType WEIGHTED = weightedType();

  private IndexSchema() {}

  private static FieldType weightedType() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  static Document document(KnowledgeBaseEntry entry, Map<String, Integer> terms)
      throws IOException {
    Document document = new Document();
    Item item = entry.item();
    document.add(new StringField(IRI, reference(item.iri()), Field.Store.NO));
    document.add(new NumericDocValuesField(POPULARITY, EntryCodec.popularity(item)));
    ByteBuffersDataOutput bytes = new ByteBuffersDataOutput();
    EntryCodec.writeItem(item, bytes);
    document.add(new BinaryDocValuesField(ITEM, new BytesRef(bytes.toArrayCopy())));
    if (!terms.isEmpty()) {
      document.add(new Field(NAME, new Terms(terms), WEIGHTED));
    }
    if (!entry.facts().isEmpty()) {
      bytes.reset();
      EntryCodec.writeFacts(entry.facts(), bytes);
      document.add(new StoredField(FACTS, bytes.toArrayCopy()));
    }
    return document;
  }

  static String reference(String iri) {
    int number = EntryCodec.number(iri);
    return number > 0 ? "Q" + number : iri;
  }

  /** Returns the terms of an item's names with the codes of their weights, without duplicates. */
  static Map<String, Integer> terms(List<KnowledgeBaseEntry.Name> names) {
    Map<String, Integer> terms = new HashMap<>();
    for (KnowledgeBaseEntry.Name name : names) {
      String exact = NameKey.normalizedSpelling(name.text());
      String key = NameKey.of(exact);
      if (!key.isEmpty() && exact.length() <= NameKey.MAX_LENGTH) {
        // A smaller code is a greater weight.
        terms.merge(term(key, exact), WeightCodec.code(name.weight()), Math::min);
      }
    }
    return terms;
  }

  static String term(String key, String exact) {
    return key + SEPARATOR + (exact.equals(key) ? "" : exact);
  }

  /** A token stream of terms with their weights as frequencies. */
  private static final class Terms extends TokenStream {
    private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> terms;
    private Iterator<Map.Entry<String, Integer>> remaining;

    Terms(Map<String, Integer> terms) {
      this.terms = terms;
      this.remaining = terms.entrySet().iterator();
    }

    @Override
    public void reset() {
      remaining = terms.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!remaining.hasNext()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> next = remaining.next();
      text.append(next.getKey());
      frequency.setTermFrequency(next.getValue());
      return true;
    }
  }
}
