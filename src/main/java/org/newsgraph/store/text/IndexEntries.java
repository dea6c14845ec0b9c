package org.newsgraph.store.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.Term;

/**
 * The entries of an open Lucene index: one document per indexed value of a subject.
 *
 * @param index the open index
 */
record IndexEntries(TextIndexLucene index) {
  /** Returns the values of a subject that are to be indexed. */
  static Set<Triple> values(DatasetGraph dataset, Node subject) {
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

  /** Replaces the entries of subjects by those of their values. */
  void replaceAll(Map<Node, Set<Triple>> values) {
    values.forEach(this::replace);
  }

  private void replace(Node subject, Set<Triple> values) {
    try {
      index
          .getIndexWriter()
          .deleteDocuments(new Term(index.getDocDef().getEntityField(), subject.getURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    values.forEach(this::add);
  }

  /** Adds the entries of all values of a field. To be called in a read transaction. */
  void addAll(DatasetGraph dataset, TextFields field) {
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

  private void add(Triple triple) {
    Node value = triple.getObject();
    Entity document =
        new Entity(
            triple.getSubject().getURI(),
            null,
            value.getLiteralLanguage(),
            value.getLiteralDatatype());
    document.put(index.getDocDef().getField(triple.getPredicate()), value.getLiteralLexicalForm());
    index.addEntity(document);
  }
}
