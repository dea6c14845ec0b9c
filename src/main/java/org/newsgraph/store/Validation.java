package org.newsgraph.store;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Ontology;

/**
 * Result of validating a database against the ontology's SHACL shapes.
 *
 * @param problems violations, one line each, sorted: the node, the violation, the property
 */
public record Validation(List<String> problems) {
  /**
   * Validates every graph separately against {@code ontology/shapes.ttl}. An article's graph is
   * self-contained, and the union of all graphs would describe some entities thousands of times.
   */
  public static Validation of(NewsStore store) {
    Shapes shapes = ShaclValidator.get().parse(Ontology.shapes());
    return store.read(
        dataset -> {
          Set<String> problems = new TreeSet<>();
          Iterator<Node> names = dataset.listGraphNodes();
          while (names.hasNext()) {
            Graph graph = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(graph, dataset.getGraph(names.next()));
            for (ReportEntry entry : ShaclValidator.get().validate(shapes, graph).getEntries()) {
              problems.add(line(entry));
            }
          }
          return new Validation(List.copyOf(problems));
        });
  }

  /** Tests whether there are no violations. */
  public boolean conforms() {
    return problems.isEmpty();
  }

  private static String line(ReportEntry entry) {
    String path =
        entry.resultPath() == null
            ? ""
            : " (" + entry.resultPath().toString().replace(News.NAMESPACE, "news:") + ")";
    String value = entry.value() == null ? "" : ", but has " + shortened(entry.value());
    return shortened(entry.focusNode()) + ": " + entry.message() + path + value;
  }

  private static String shortened(Node node) {
    String text = node.isURI() ? node.getURI() : node.toString();
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 117) + "...";
  }
}
