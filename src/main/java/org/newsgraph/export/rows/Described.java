package org.newsgraph.export.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Characters;

/** An index of a graph by subject. Ignores malformed data, which a SPARQL update can leave. */
final class Described {
  private final List<Triple> graph;
  private final Map<Node, Map<Node, List<Node>>> subjects = new LinkedHashMap<>();

  Described(List<Triple> graph) {
    this.graph = graph;
    for (Triple triple : graph) {
      subjects
          .computeIfAbsent(triple.getSubject(), it -> new HashMap<>())
          .computeIfAbsent(triple.getPredicate(), it -> new ArrayList<>(2))
          .add(triple.getObject());
    }
  }

  private List<Node> all(Node subject, Node property) {
    return subjects.getOrDefault(subject, Map.of()).getOrDefault(property, List.of());
  }

  /** Returns the instances of a class that have IRIs. */
  Stream<Node> ofClass(Node type) {
    return subjects.keySet().stream().filter(it -> it.isURI() && hasType(it, type));
  }

  boolean hasType(Node subject, Node type) {
    return all(subject, RDF.type.asNode()).contains(type);
  }

  /** Returns the triples of a property whose subjects and objects have IRIs. */
  Stream<Triple> pairs(Node property) {
    return graph.stream()
        .filter(
            it ->
                it.getPredicate().equals(property)
                    && it.getSubject().isURI()
                    && it.getObject().isURI());
  }

  /** Returns the alphabetically first value of a property, or null. */
  Node firstValue(Node subject, Node property) {
    return all(subject, property).stream()
        .filter(it -> !it.isBlank())
        .min((a, b) -> text(a).compareTo(text(b)))
        .orElse(null);
  }

  /** Returns the text of the alphabetically first value, or null. */
  String text(Node subject, Node property) {
    Node value = firstValue(subject, property);
    return value == null ? null : text(value);
  }

  /** Returns the texts of all values, sorted. */
  List<String> texts(Node subject, Node property) {
    return all(subject, property).stream()
        .filter(it -> !it.isBlank())
        .map(Described::text)
        .sorted()
        .toList();
  }

  private static String text(Node node) {
    return Characters.utf8(node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
  }

  /** Returns the integer value of a property, or 0 if there is none. */
  int number(Node subject, Node property) {
    Double number = decimal(subject, property);
    return number == null ? 0 : number.intValue();
  }

  /** Returns the numeric value of a property, or null. */
  Double decimal(Node subject, Node property) {
    String text = text(subject, property);
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
