package org.newsgraph.query.statement;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.NodeIdQuads;

/** The type of the results of a search. */
@SuppressWarnings("ImmutableEnumChecker") // Jena does not say so, but its nodes never change.
enum AttributionType {
  STATEMENT("statement", News.statement, News.content) {
    @Override
    Iterator<NodeIdQuads.IdQuad> withValue(NodeIdQuads quads, Node property, Node value) {
      return quads.ofStatements(property, value);
    }
  },
  REPORT("report", News.report, News.topic) {
    @Override
    Iterator<NodeIdQuads.IdQuad> withValue(NodeIdQuads quads, Node property, Node value) {
      return quads.ofReports(property, value);
    }
  };

  private final String variable;
  private final Node ofArticle;
  private final Node text;

  AttributionType(String variable, Node ofArticle, Node text) {
    this.variable = variable;
    this.ofArticle = ofArticle;
    this.text = text;
  }

  /** Returns the name of the variable in SPARQL; also the word in IRIs: "#statement=". */
  String variable() {
    return variable;
  }

  /** Returns the property that links an article to the results. */
  Node ofArticle() {
    return ofArticle;
  }

  /** Tests whether an IRI is one that this program gives to results of this type. */
  boolean isTypeOf(Node node) {
    return this == STATEMENT ? Iris.isStatement(node) : Iris.isReport(node);
  }

  /** Returns the property whose values the text index contains. */
  Node text() {
    return text;
  }

  /** Returns the quads that give a property of the results a value. */
  abstract Iterator<NodeIdQuads.IdQuad> withValue(NodeIdQuads quads, Node property, Node value);
}
