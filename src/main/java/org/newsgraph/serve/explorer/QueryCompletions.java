package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Ontology;
import org.newsgraph.graph.Prefixes;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.query.statistics.StatisticsService;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/** The terms that the query editor completes: those of the ontology, and all others in use. */
public final class QueryCompletions implements RouteHandler {
  static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.putAll(Prefixes.ALL);
    PREFIXES.put("text", "http://jena.apache.org/text#");
    PREFIXES.put("geo", "http://www.opengis.net/ont/geosparql#");
    PREFIXES.put("geof", "http://www.opengis.net/def/function/geosparql/");
    PREFIXES.put("wd", "http://www.wikidata.org/entity/");
    PREFIXES.put("void", "http://rdfs.org/ns/void#");
  }

  private final StatisticsService counts;
  private final Graph ontology = Ontology.terms();

  /**
   * A term.
   *
   * @param name the prefixed name
   * @param type "class", "property" or "function"
   * @param uses number of uses in the database; 0 if there are none or they are not counted yet
   */
  record Term(String name, String type, String label, String comment, long uses) {}

  public QueryCompletions(StatisticsService counts) {
    this.counts = counts;
  }

  @Override
  public Reply handle(Request request) {
    Map<String, Term> terms = new LinkedHashMap<>();
    Optional<DatasetStatistics> statistics =
        counts.current().map(StatisticsService.Figures::statistics);
    Map<String, Long> classes = statistics.map(DatasetStatistics::classes).orElse(Map.of());
    Map<String, Long> properties = statistics.map(DatasetStatistics::properties).orElse(Map.of());
    ontology
        .find(Node.ANY, RDFS.comment.asNode(), Node.ANY)
        .mapWith(triple -> triple.getSubject())
        .filterKeep(it -> it.isURI() && it.getURI().startsWith(News.NAMESPACE))
        .mapWith(Node::getURI)
        .forEachRemaining(it -> add(it, isClass(it), uses(it, classes, properties), terms));
    classes.forEach((term, uses) -> add(term, true, uses, terms));
    properties.forEach((term, uses) -> add(term, false, uses, terms));
    terms.put(
        "text:query",
        new Term("text:query", "function", "full-text search", "Finds words by their stem.", 0));
    List<Term> sorted = new ArrayList<>(terms.values());
    sorted.sort(Comparator.comparing(Term::name));
    return Reply.json(Map.of("prefixes", PREFIXES, "terms", sorted)).tagged();
  }

  private static long uses(String term, Map<String, Long> classes, Map<String, Long> properties) {
    return classes.getOrDefault(term, properties.getOrDefault(term, 0L));
  }

  private boolean isClass(String iri) {
    Node term = NodeFactory.createURI(iri);
    return ontology.contains(term, RDF.type.asNode(), OWL.Class.asNode())
        || ontology.contains(term, RDF.type.asNode(), RDFS.Class.asNode());
  }

  private void add(String iri, boolean isClass, long uses, Map<String, Term> terms) {
    Node term = NodeFactory.createURI(iri);
    shortened(iri)
        .ifPresent(
            name ->
                terms.putIfAbsent(
                    name,
                    new Term(
                        name,
                        isClass ? "class" : "property",
                        ontologyText(term, RDFS.label.asNode()),
                        ontologyText(term, RDFS.comment.asNode()),
                        uses)));
  }

  private static Optional<String> shortened(String iri) {
    return PREFIXES.entrySet().stream()
        .filter(it -> iri.startsWith(it.getValue()))
        .map(it -> it.getKey() + ":" + iri.substring(it.getValue().length()))
        .filter(name -> name.matches("[a-z]+:[\\p{L}_][\\p{L}\\p{N}_-]*"))
        .findFirst();
  }

  private String ontologyText(Node term, Node property) {
    return ontology.find(term, property, Node.ANY).toList().stream()
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .findFirst()
        .orElse("");
  }
}
