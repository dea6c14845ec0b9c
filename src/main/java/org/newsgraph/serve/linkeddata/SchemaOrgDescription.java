package org.newsgraph.serve.linkeddata;

import static java.util.Map.entry;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;

/** Adds terms of schema.org to descriptions, for programs that do not know our ontology. */
final class SchemaOrgDescription {
  static final String NAMESPACE = "https://schema.org/";

  private static final Map<Node, Node> CLASSES =
      Map.of(
          News.Article, term("NewsArticle"),
          News.Person, term("Person"),
          News.Organisation, term("Organization"),
          News.Place, term("Place"),
          News.DirectStatement, term("Quotation"),
          News.MixedStatement, term("Quotation"),
          News.IndirectStatement, term("Quotation"));

  private static final Map<Node, Node> PROPERTIES =
      Map.ofEntries(
          entry(RDFS.label.asNode(), term("name")),
          entry(DCTerms.title.asNode(), term("headline")),
          entry(DCTerms.issued.asNode(), term("datePublished")),
          entry(DCTerms.creator.asNode(), term("author")),
          entry(DCTerms.source.asNode(), term("url")),
          entry(News.content, term("text")),
          entry(News.speaker, term("spokenByCharacter")),
          entry(News.about, term("about")),
          entry(News.mentions, term("mentions")),
          entry(News.statement, term("hasPart")),
          entry(News.saidOn, term("dateCreated")));

  private SchemaOrgDescription() {}

  /** Returns a copy of a graph with the equivalent terms of schema.org added. */
  static Graph addTo(Graph graph) {
    Graph more = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(more, graph);
    graph.find().forEachRemaining(triple -> add(triple, more));
    return more;
  }

  private static void add(Triple triple, Graph more) {
    Node subject = triple.getSubject();
    if (Iris.isReport(subject)) {
      // A report of a speech act is not a schema:Quotation: it contains no quoted words.
      return;
    }
    if (triple.getPredicate().equals(RDF.type.asNode())) {
      Node type = CLASSES.get(triple.getObject());
      if (type != null) {
        more.add(Triple.create(subject, RDF.type.asNode(), type));
      }
      return;
    }
    Node property = PROPERTIES.get(triple.getPredicate());
    if (property != null) {
      more.add(Triple.create(subject, property, triple.getObject()));
    }
  }

  private static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }
}
