package org.newsgraph.serve.sparql;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.query.statistics.StatisticsService;

/** Describes the endpoint (SPARQL Service Description) and the dataset (VoID) in RDF. */
public final class DatasetDescriptions {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  private final StatisticsService counts;
  private final Iris iris;

  public DatasetDescriptions(StatisticsService counts, Iris iris) {
    this.counts = counts;
    this.iris = iris;
  }

  /**
   * Returns the SPARQL 1.1 Service Description of the endpoint.
   *
   * @param server root address of the server as the client sees it, with a slash at its end
   */
  public Graph service(String server) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node endpoint = NodeFactory.createURI(server + "news/sparql");
    Node service = NodeFactory.createURI(server + "news/sparql#service");
    Node dataset = dataset();
    add(graph, service, RDF.type.asNode(), sd("Service"));
    add(graph, service, sd("endpoint"), endpoint);
    add(graph, service, sd("supportedLanguage"), sd("SPARQL11Query"));
    add(graph, service, sd("feature"), sd("UnionDefaultGraph"));
    for (String format :
        List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "RDF_XML",
            "JSON-LD",
            "N-Quads",
            "TriG")) {
      add(graph, service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format));
    }
    add(
        graph,
        service,
        sd("propertyFeature"),
        NodeFactory.createURI("http://jena.apache.org/text#query"));
    add(graph, service, sd("defaultDataset"), dataset);
    add(graph, dataset, RDF.type.asNode(), sd("Dataset"));
    Node defaultGraph = NodeFactory.createBlankNode("default");
    add(graph, dataset, sd("defaultGraph"), defaultGraph);
    add(graph, defaultGraph, RDF.type.asNode(), sd("Graph"));
    counts
        .current()
        .ifPresent(
            it -> add(graph, defaultGraph, voidTerm("triples"), number(it.statistics().triples())));
    return graph;
  }

  /** Returns the VoID description of the dataset. */
  public Graph dataset(String server) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node dataset = dataset();
    add(graph, dataset, RDF.type.asNode(), voidTerm("Dataset"));
    add(graph, dataset, DCTerms.title.asNode(), NodeFactory.createLiteralString("Newsgraph"));
    add(graph, dataset, voidTerm("sparqlEndpoint"), NodeFactory.createURI(server + "news/sparql"));
    add(graph, dataset, voidTerm("openSearchDescription"), NodeFactory.createURI(server + "api"));
    add(graph, dataset, voidTerm("uriSpace"), NodeFactory.createLiteralString(iris.base()));
    for (String vocabulary :
        List.of(News.NAMESPACE, DCTerms.getURI(), "http://www.w3.org/ns/prov#")) {
      add(graph, dataset, voidTerm("vocabulary"), NodeFactory.createURI(vocabulary));
    }
    counts.current().ifPresent(figures -> figures(graph, dataset, figures));
    return graph;
  }

  private static void figures(Graph graph, Node dataset, StatisticsService.Figures figures) {
    DatasetStatistics statistics = figures.statistics();
    add(
        graph,
        dataset,
        DCTerms.modified.asNode(),
        NodeFactory.createLiteralDT(figures.at().toString(), XSDDatatype.XSDdateTime));
    add(graph, dataset, voidTerm("triples"), number(statistics.triples()));
    add(graph, dataset, voidTerm("documents"), number(statistics.articles()));
    add(graph, dataset, voidTerm("entities"), number(statistics.allEntities()));
    add(graph, dataset, voidTerm("classes"), number(statistics.classes().size()));
    add(graph, dataset, voidTerm("properties"), number(statistics.properties().size()));
    statistics
        .classes()
        .forEach((type, count) -> part(graph, dataset, "class", type, "entities", count));
    statistics
        .properties()
        .forEach((property, count) -> part(graph, dataset, "property", property, "triples", count));
  }

  private static void part(
      Graph graph, Node dataset, String kind, String term, String what, long count) {
    Node part = NodeFactory.createBlankNode(kind + term);
    add(graph, dataset, voidTerm(kind + "Partition"), part);
    add(graph, part, voidTerm(kind), NodeFactory.createURI(term));
    add(graph, part, voidTerm(what), number(count));
  }

  private Node dataset() {
    return NodeFactory.createURI(iris.base() + ".well-known/void#dataset");
  }

  private static void add(Graph graph, Node subject, Node property, Node value) {
    graph.add(Triple.create(subject, property, value));
  }

  private static Node number(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }

  private static Node voidTerm(String name) {
    return NodeFactory.createURI(VOID + name);
  }
}
