package org.newsgraph.serve.linked;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;

/** A graph as tables, one a thing: for what has no page of its own. */
final class GraphPage {
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefixes(PrefixMapping.Standard)
          .setNsPrefix("news", News.NAMESPACE)
          .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
          .setNsPrefix("prov", "http://www.w3.org/ns/prov#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("schema", SchemaOrg.NAMESPACE);

  private final Graph graph;
  private final Node thing;
  private final Iris iris;

  GraphPage(Graph graph, Node thing, Iris iris) {
    this.graph = graph;
    this.thing = thing;
    this.iris = iris;
  }

  String html() {
    StringBuilder body = new StringBuilder();
    Set<Node> subjects = new LinkedHashSet<>(List.of(thing));
    graph.find().forEachRemaining(triple -> subjects.add(triple.getSubject()));
    subjects.stream().filter(Node::isURI).forEach(subject -> table(subject, body));
    return Html.page(label(thing), body.toString());
  }

  private void table(Node subject, StringBuilder body) {
    String iri = subject.getURI();
    int fragment = iri.indexOf('#');
    body.append("<section id=\"").append(Html.escape(iri.substring(fragment + 1))).append("\">");
    if (!subject.equals(thing)) {
      body.append("<h2>").append(Html.escape(label(subject))).append("</h2>");
    }
    body.append("<p><code>").append(Html.escape(iri)).append("</code></p><table>");
    for (Triple triple : graph.find(subject, Node.ANY, Node.ANY).toList()) {
      body.append("<tr><th>")
          .append(Html.escape(PREFIXES.shortForm(triple.getPredicate().getURI())))
          .append("</th><td>")
          .append(value(triple.getObject()))
          .append("</td></tr>\n");
    }
    body.append("</table></section>\n");
  }

  private String value(Node node) {
    if (node.isURI()) {
      return Html.link(node.getURI(), PREFIXES.shortForm(node.getURI()), iris);
    }
    return node.isLiteral() ? Html.escape(node.getLiteralLexicalForm()) : "(a list or a group)";
  }

  private String label(Node node) {
    return graph.find(node, RDFS.label.asNode(), Node.ANY).toList().stream()
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .findFirst()
        .orElseGet(() -> PREFIXES.shortForm(node.getURI()));
  }
}
