package org.newsgraph.serve.linkeddata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Prefixes;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/** A graph as tables, one per resource; for resources that have no page of their own. */
final class GraphPage {
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create().setNsPrefixes(Prefixes.ALL);

  private final Graph graph;
  private final Node thing;
  private final Iris iris;

  GraphPage(Graph graph, Node thing, Iris iris) {
    this.graph = graph;
    this.thing = thing;
    this.iris = iris;
  }

  Page page() {
    Set<Node> subjects = new LinkedHashSet<>(List.of(thing));
    graph.find().forEachRemaining(triple -> subjects.add(triple.getSubject()));
    return Page.titled(label(thing))
        .body(subjects.stream().filter(Node::isURI).map(this::table).collect(Html.joining()));
  }

  private Html table(Node subject) {
    String iri = subject.getURI();
    return Html.of(
        "<section id=\"{}\">{}<p><code>{}</code></p><table><tbody>{}</tbody></table></section>\n",
        iri.substring(iri.indexOf('#') + 1),
        Html.of("<h2>{}</h2>", label(subject)).when(!subject.equals(thing)),
        iri,
        graph.find(subject, Node.ANY, Node.ANY).toList().stream().map(this::row).toList());
  }

  private Html row(Triple triple) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
        PREFIXES.shortForm(triple.getPredicate().getURI()),
        value(triple.getObject()));
  }

  private Html value(Node node) {
    if (node.isURI()) {
      return Html.link(node.getURI(), PREFIXES.shortForm(node.getURI()), iris);
    }
    return Html.of("{}", node.isLiteral() ? node.getLiteralLexicalForm() : "(a list or a group)");
  }

  private String label(Node node) {
    return graph.find(node, RDFS.label.asNode(), Node.ANY).toList().stream()
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .findFirst()
        .orElseGet(() -> PREFIXES.shortForm(node.getURI()));
  }
}
