package org.newsgraph.serve.linkeddata;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Ontology;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.page.Html;

/** Finds the resources at the addresses of a database. */
public final class ResourceResolver {
  private static final String ENTITY = SparqlRunner.resource(ResourceResolver.class, "entity.rq");
  private static final String ANYTHING =
      "CONSTRUCT { ?thing ?p ?o } WHERE { ?thing ?p ?o } LIMIT 1000";

  private final SparqlRunner lookup;
  private final ResourcePages pages;
  private final Iris iris;

  /**
   * Creates the resolver of a database.
   *
   * @param pages creates the web pages
   */
  public ResourceResolver(SparqlRunner lookup, ResourcePages pages) {
    this.lookup = lookup;
    this.pages = pages;
    this.iris = lookup.store().iris();
  }

  /** Finds an entity that articles share, by its title or by any spelling of its name. */
  public Optional<ResourceDescription> entity(String name) {
    Node titled = iris.entity(name);
    Node entity = exists(titled) ? titled : iris.entityNamed(name);
    return exists(entity)
        ? Optional.of(
            new ResourceDescription(
                entity,
                false,
                () -> lookup.graph(ENTITY, Map.of("entity", entity)),
                request -> pages.entity(entity, request).html(request),
                Optional.empty()))
        : Optional.empty();
  }

  /** Finds an article: its graph with its statements, mentions, roles and local entities. */
  public Optional<ResourceDescription> article(String id) {
    Node article = iris.article(id);
    Graph graph =
        lookup
            .store()
            .read(
                dataset -> {
                  Graph copy = GraphFactory.createDefaultGraph();
                  GraphUtil.addInto(copy, dataset.getGraph(article));
                  return copy;
                });
    return graph.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResourceDescription(
                article,
                true,
                () -> graph,
                request -> pages.article(article, request).html(request),
                source(graph)));
  }

  private static Optional<String> source(Graph graph) {
    return graph
        .find(Node.ANY, org.apache.jena.vocabulary.DCTerms.source.asNode(), Node.ANY)
        .toList()
        .stream()
        .map(triple -> triple.getObject())
        .filter(Node::isURI)
        .map(source -> "<" + Html.percentEncode(source.getURI()) + ">; rel=\"original\"")
        .findFirst();
  }

  /**
   * Finds another resource of the database: a correction, a version of the program, or the graph of
   * entities.
   *
   * @param kind the first segment of the path, with a slash: "correction/"
   * @param rest the rest of the path
   */
  public Optional<ResourceDescription> other(String kind, String rest) {
    Node thing = NodeFactory.createURI(iris.base() + kind + rest.replace(" ", "%20"));
    Graph graph =
        thing.equals(iris.entitiesGraph())
            ? lookup
                .store()
                .read(
                    dataset -> {
                      Graph copy = GraphFactory.createDefaultGraph();
                      GraphUtil.addInto(copy, dataset.getGraph(thing));
                      return copy;
                    })
            : lookup.graph(ANYTHING, Map.of("thing", thing));
    return graph.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResourceDescription(
                thing,
                true,
                () -> graph,
                request -> new GraphPage(graph, thing, iris).page().html(request),
                Optional.empty()));
  }

  /** Returns the ontology with all its terms; empty if {@code rest} is not empty. */
  public Optional<ResourceDescription> ontology(String rest) {
    if (!rest.isEmpty()) {
      return Optional.empty();
    }
    Graph graph = Ontology.terms();
    Node ontology = NodeFactory.createURI(News.NAMESPACE.substring(0, News.NAMESPACE.length() - 1));
    return Optional.of(
        new ResourceDescription(
            ontology,
            true,
            () -> graph,
            request -> new GraphPage(graph, ontology, iris).page().html(request),
            Optional.empty()));
  }

  private boolean exists(Node thing) {
    return lookup.store().read(dataset -> dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY));
  }
}
