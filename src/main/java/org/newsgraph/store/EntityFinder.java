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

/** Finds entities by the IRI or name that a user enters. */
public final class EntityFinder {
  /** Minimum Jaro-Winkler similarity, from 0 to 1, of a name to a misspelling of it. */
  private static final double MIN_SIMILARITY = 0.85;

  private static final int MAX_SUGGESTIONS = 5;

  private static final String NAMED =
      """
      SELECT DISTINCT ?entity {
        VALUES ?naming { rdfs:label skos:altLabel }
        ?entity ?naming ?name ; a news:Entity .
      }
      """;

  /** Case-insensitive lookup. Reads all names in the database: 1 to 2 s for a million. */
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
   * Returns the entities that a text may denote: the entity with this IRI or the entity that all
   * articles share under this name. Otherwise returns all entities with this name, or, if there is
   * none, with this name in any case.
   *
   * @throws IllegalArgumentException if the text is an IRI, but not of an entity of this database
   */
  public List<Node> find(String text) {
    Node exact = iris.parseEntity(text.strip());
    // An item may be named by a title that is not in canonical spelling.
    Node titled = iris.isEntity(iris.base() + text.strip()) ? exact : iris.entity(text.strip());
    return store.read(
        dataset -> {
          for (Node node : List.of(exact, titled)) {
            if (dataset.contains(Node.ANY, node, RDF.type.asNode(), News.Entity)) {
              return List.of(node);
            }
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
    // Described speakers have labels that are not names.
    found.removeIf(node -> !iris.isEntity(node.getURI()));
    found.sort(Comparator.comparing(Node::getURI));
    return found;
  }

  /** Returns names in the database that are similar to the text, most similar first. */
  public List<String> similarNames(String text) {
    String query = text.strip().toLowerCase(Locale.ROOT);
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
        .map(name -> Map.entry(similarity.apply(query, name.toLowerCase(Locale.ROOT)), name))
        .filter(it -> it.getKey() >= MIN_SIMILARITY)
        .sorted(
            Map.Entry.<Double, String>comparingByKey(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByValue()))
        .limit(MAX_SUGGESTIONS)
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
