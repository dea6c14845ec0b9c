package org.newsgraph.query.suspects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;

/** The nodes that all articles share, with their names, types and items. */
final class SharedNodes {
  /** A shared node as all articles together describe it. */
  static final class SharedNode {
    final String iri;
    final Set<String> labels = new TreeSet<>();
    final Set<String> otherNames = new TreeSet<>();
    final Set<String> items = new TreeSet<>();
    boolean person;
    long mentions;

    SharedNode(String iri) {
      this.iri = iri;
    }

    MergeSuggestion.NamedNode named() {
      return new MergeSuggestion.NamedNode(
          iri, labels.isEmpty() ? iri : labels.iterator().next(), mentions);
    }
  }

  private final Map<String, SharedNode> nodes = new TreeMap<>();

  /** Reads all shared nodes that articles mention, in the order of their IRIs. */
  static List<SharedNode> read(DatasetGraph dataset, Iris iris) {
    SharedNodes found = new SharedNodes();
    Map<Node, Long> mentions = new HashMap<>();
    dataset
        .find(Node.ANY, Node.ANY, News.refersTo, Node.ANY)
        .forEachRemaining(it -> mentions.merge(it.getObject(), 1L, Long::sum));
    mentions.forEach(
        (node, count) -> {
          if (iris.isShared(node)) {
            found.nodes.computeIfAbsent(node.getURI(), SharedNode::new).mentions = count;
          }
        });
    found.addTexts(dataset, RDFS.label.asNode(), it -> it.labels);
    found.addTexts(dataset, SKOS.altLabel.asNode(), it -> it.otherNames);
    found.addTexts(dataset, OWL.sameAs.asNode(), it -> it.items);
    found.addTexts(dataset, SchemaDO.sameAs.asNode(), it -> it.items);
    dataset
        .find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Person)
        .forEachRemaining(
            quad -> {
              SharedNode node = found.nodes.get(quad.getSubject().toString());
              if (node != null) {
                node.person = true;
              }
            });
    return List.copyOf(found.nodes.values());
  }

  private void addTexts(
      DatasetGraph dataset, Node property, Function<SharedNode, Set<String>> values) {
    dataset
        .find(Node.ANY, Node.ANY, property, Node.ANY)
        .forEachRemaining(
            quad -> {
              SharedNode node = nodes.get(quad.getSubject().toString());
              if (node != null) {
                Node value = quad.getObject();
                values
                    .apply(node)
                    .add(value.isLiteral() ? value.getLiteralLexicalForm() : value.toString());
              }
            });
  }
}
