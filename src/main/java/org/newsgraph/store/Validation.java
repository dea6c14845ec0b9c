package org.newsgraph.store;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.newsgraph.graph.News;

/**
 * What in a database is not as the ontology's shapes want it.
 *
 * @param problems one line each, sorted: which thing, what is wrong, with which property
 */
public record Validation(List<String> problems) {
  /** Checks all articles together against {@code ontology/shapes.ttl}. */
  public static Validation of(NewsStore store) {
    Shapes shapes = ShaclValidator.get().parse(shapes());
    return store.read(
        dataset ->
            new Validation(
                ShaclValidator.get().validate(shapes, dataset.getUnionGraph()).getEntries().stream()
                    .map(Validation::line)
                    .sorted()
                    .distinct()
                    .toList()));
  }

  /** Whether all is as it should be. */
  public boolean conforms() {
    return problems.isEmpty();
  }

  private static Graph shapes() {
    return RDFParser.create()
        .source(News.class.getResource("shapes.ttl").toString())
        .lang(Lang.TURTLE)
        .toGraph();
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
