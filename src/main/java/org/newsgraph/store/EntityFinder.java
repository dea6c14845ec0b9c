package org.newsgraph.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;

/** Finds the entities that a person can mean. */
public final class EntityFinder {
  /** How alike two names must be, from 0 to 1, for one to be a slip for the other. */
  private static final double NEAR = 0.85;

  private static final int MOST_NEAR = 5;

  private static final String NAMED =
      """
      SELECT DISTINCT ?entity {
        VALUES ?naming { rdfs:label skos:altLabel }
        ?entity ?naming ?name ; a news:Entity .
      }
      """;

  /** Reads every name in the database: a second or two for a million. */
  private static final String NAMED_IN_ANY_CASE =
      """
      SELECT DISTINCT ?entity {
        VALUES ?naming { rdfs:label skos:altLabel }
        ?entity a news:Entity ; ?naming ?any .
        FILTER (LCASE(?any) = LCASE(?name))
      }
      """;

  private static final String NAMES =
      "SELECT ?entity ?name { ?entity a news:Entity ; rdfs:label ?name }";

  private final NewsStore store;
  private final Iris iris;

  public EntityFinder(NewsStore store) {
    this.store = store;
    this.iris = store.iris();
  }

  /**
   * Those that a person can mean: the one of this IRI, or the one that is known by this name in
   * every article; else all that have this name, with an eye on the case first and without then.
   *
   * @throws IllegalArgumentException where it is an IRI, but not of an entity of this database
   */
  public List<Node> find(String text) {
    Node exact = iris.entityOf(text.strip());
    return store.read(
        dataset -> {
          if (dataset.contains(Node.ANY, exact, RDF.type.asNode(), News.Entity)) {
            return List.of(exact);
          }
          Node name = NodeFactory.createLiteralString(text.strip());
          List<Node> found = named(dataset, NAMED, name);
          return found.isEmpty() ? named(dataset, NAMED_IN_ANY_CASE, name) : found;
        });
  }

  private List<Node> named(DatasetGraph dataset, String query, Node name) {
    List<Node> found = new ArrayList<>();
    try (QueryExec run =
        QueryExec.dataset(dataset)
            .query(query(query).asQuery())
            .substitution(Var.alloc("name"), name)
            .build()) {
      run.select().forEachRemaining(row -> found.add(row.get("entity")));
    }
    // A speaker whom an article only describes has no name, but words.
    found.removeIf(node -> !iris.isEntity(node.getURI()));
    found.sort(Comparator.comparing(Node::getURI));
    return found;
  }

  /** Names in the database that look like this one, the likest first. */
  public List<String> near(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    Set<String> names =
        store.read(
            dataset -> {
              Set<String> all = new TreeSet<>();
              try (QueryExec run =
                  QueryExec.dataset(dataset).query(query(NAMES).asQuery()).build()) {
                run.select()
                    .forEachRemaining(
                        row -> {
                          if (iris.isEntity(row.get("entity").getURI())) {
                            all.add(row.get("name").getLiteralLexicalForm());
                          }
                        });
              }
              return all;
            });
    return names.stream()
        .map(name -> Map.entry(similarity.apply(wanted, name.toLowerCase(Locale.ROOT)), name))
        .filter(it -> it.getKey() >= NEAR)
        .sorted(
            Map.Entry.<Double, String>comparingByKey(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByValue()))
        .limit(MOST_NEAR)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static ParameterizedSparqlString query(String text) {
    ParameterizedSparqlString query = new ParameterizedSparqlString(text);
    query.setNsPrefix("news", News.NAMESPACE);
    query.setNsPrefix("rdfs", RDFS.getURI());
    query.setNsPrefix("skos", SKOS.getURI());
    return query;
  }
}
