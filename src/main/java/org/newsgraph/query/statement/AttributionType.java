package org.newsgraph.query.statement;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.NodeIdQuads;

/** The type of the results of a search. */
@SuppressWarnings("ImmutableEnumChecker") // Jena does not say so, but its nodes never change.
enum AttributionType {
  STATEMENT,
  REPORT;

  /** Returns the name of the variable in SPARQL. */
  String variable() {
    return this == STATEMENT ? "statement" : "report";
  }

  /** Returns the property that links an article to the results. */
  Node ofArticle() {
    return this == STATEMENT ? News.statement : News.report;
  }

  /** Returns the property whose values the text index contains. */
  Node text() {
    return this == STATEMENT ? News.content : News.topic;
  }

  /** Tests whether an IRI is one that this program gives to results of this type. */
  boolean isTypeOf(Node node) {
    return this == STATEMENT ? Iris.isStatement(node) : Iris.isReport(node);
  }

  /** Returns the quads that give a property of the results a value. */
  Iterator<NodeIdQuads.IdQuad> withValue(NodeIdQuads quads, Node property, Node value) {
    return this == STATEMENT
        ? quads.ofStatements(property, value)
        : quads.ofReports(property, value);
  }
}
