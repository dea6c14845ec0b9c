package org.newsgraph.store.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * Lookup of names in the text index.
 *
 * @param index directory of the index
 * @param subjectField name of the field that holds the IRI of the subject
 */
record IndexedNames(Directory index, String subjectField) {
  /** Returns the names of each subject. */
  Map<Node, StoredNames> of(Collection<Node> subjects) {
    try (DirectoryReader reader = DirectoryReader.open(index)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Map<Node, StoredNames> names = new HashMap<>();
      for (Node subject : subjects) {
        names.put(subject, names(searcher, new Term(subjectField, subject.getURI())));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoredNames names(IndexSearcher searcher, Term subject) throws IOException {
    SortedSet<String> labels = new TreeSet<>();
    SortedSet<String> others = new TreeSet<>();
    // An exact maximum, because Lucene allocates memory for as many hits as are requested.
    int maxHits = Math.max(1, searcher.getIndexReader().docFreq(subject));
    for (ScoreDoc found : searcher.search(new TermQuery(subject), maxHits).scoreDocs) {
      Document document = searcher.storedFields().document(found.doc);
      labels.addAll(List.of(document.getValues(TextFields.LABEL.name())));
      others.addAll(List.of(document.getValues(TextFields.ALT_LABEL.name())));
    }
    return new StoredNames(List.copyOf(labels), List.copyOf(others));
  }
}
