package org.newsgraph.serve.linkeddata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prefixes;
import org.newsgraph.serve.http.Json;

/**
 * Writes a graph as JSON-LD that reads like plain JSON: a tree that starts with one resource, with
 * other resources nested where they are referenced, and names instead of IRIs. The document
 * contains its context, so that nothing has to be fetched to interpret it.
 */
final class ResourceJsonLd {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Graph graph;
  private final Set<Node> written = new LinkedHashSet<>();

  private ResourceJsonLd(Graph graph) {
    this.graph = graph;
  }

  static ObjectNode context() {
    ObjectNode context = NODES.objectNode();
    context.put("@version", 1.1);
    // Names without a prefix are terms of the project's ontology.
    context.put("@vocab", News.NAMESPACE);
    Prefixes.OTHERS.forEach(context::put);
    context.put("id", "@id");
    context.put("type", "@type");
    context.put("label", "rdfs:label");
    context.put("altLabel", "skos:altLabel");
    context.put("title", "dcterms:title");
    context.put("identifier", "dcterms:identifier");
    context.put("publisher", "dcterms:publisher");
    context.put("language", "dcterms:language");
    return context;
  }

  /** Writes a graph, starting with a resource. */
  static String write(Graph graph, Node first) {
    ResourceJsonLd writer = new ResourceJsonLd(SchemaOrgDescription.addTo(graph));
    ObjectNode root = NODES.objectNode();
    root.set("@context", context());
    root.setAll(writer.thing(first));
    ArrayNode others = NODES.arrayNode();
    for (Node subject : writer.subjects()) {
      if (!writer.written.contains(subject)) {
        others.add(writer.thing(subject));
      }
    }
    if (!others.isEmpty()) {
      root.set("@included", others);
    }
    return Json.write(root);
  }

  private List<Node> subjects() {
    Set<Node> subjects = new LinkedHashSet<>();
    graph.find().forEachRemaining(triple -> subjects.add(triple.getSubject()));
    List<Node> sorted = new ArrayList<>(subjects);
    sorted.sort((a, b) -> a.toString().compareTo(b.toString()));
    return sorted;
  }

  private ObjectNode thing(Node subject) {
    ObjectNode object = NODES.objectNode();
    object.put("id", subject.isBlank() ? "_:" + subject.getBlankNodeLabel() : subject.getURI());
    if (!written.add(subject)) {
      return object;
    }
    Map<String, ArrayNode> values = new TreeMap<>();
    for (Triple triple : sorted(subject)) {
      boolean type = triple.getPredicate().equals(RDF.type.asNode());
      String name = type ? "type" : name(triple.getPredicate().getURI());
      ArrayNode list = values.computeIfAbsent(name, first -> NODES.arrayNode());
      if (type && triple.getObject().isURI()) {
        list.add(name(triple.getObject().getURI()));
      } else {
        value(triple.getObject(), list);
      }
    }
    values.forEach((name, list) -> object.set(name, list.size() == 1 ? list.get(0) : list));
    return object;
  }

  private List<Triple> sorted(Node subject) {
    List<Triple> triples = graph.find(subject, Node.ANY, Node.ANY).toList();
    triples.sort((a, b) -> a.toString().compareTo(b.toString()));
    return triples;
  }

  private void value(Node node, ArrayNode list) {
    if (!node.isLiteral()) {
      list.add(thing(node));
      return;
    }
    String text = node.getLiteralLexicalForm();
    if (!node.getLiteralLanguage().isEmpty()) {
      list.add(NODES.objectNode().put("@value", text).put("@language", node.getLiteralLanguage()));
    } else if (node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
      list.add(text);
    } else if (node.getLiteralDatatype().equals(XSDDatatype.XSDinteger)
        && text.matches("0|[1-9]\\d{0,14}")) {
      list.add(new BigInteger(text));
    } else {
      list.add(
          NODES.objectNode().put("@value", text).put("@type", name(node.getLiteralDatatypeURI())));
    }
  }

  private static String name(String iri) {
    if (iri.startsWith(News.NAMESPACE)) {
      return iri.substring(News.NAMESPACE.length());
    }
    for (Map.Entry<String, String> prefix : Prefixes.OTHERS.entrySet()) {
      if (iri.startsWith(prefix.getValue())) {
        String rest = iri.substring(prefix.getValue().length());
        return switch (prefix.getKey() + ":" + rest) {
          case "rdfs:label",
              "skos:altLabel",
              "dcterms:title",
              "dcterms:identifier",
              "dcterms:publisher",
              "dcterms:language" ->
              rest;
          default -> prefix.getKey() + ":" + rest;
        };
      }
    }
    return iri;
  }
}
