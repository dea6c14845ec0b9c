package org.newsgraph.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.News;
import org.newsgraph.serve.sparql.SparqlRunner;
import org.newsgraph.serve.sparql.TextQuery;

/**
 * Finds entities by words of their names, the likest first: in the text index, and without going
 * through the articles that name them.
 */
public final class EntitySearch {
  private static final String NAMED =
      """
          { (?entity ?score) text:query (rdfs:label ?words 500) }
          UNION { (?entity ?score) text:query (skos:altLabel ?words 500) }
          FILTER(STRSTARTS(STR(?entity), ?shared))
      """;

  private static final String RANKED =
      "SELECT ?entity (MAX(?score) AS ?best) { "
          + NAMED
          + "} GROUP BY ?entity ORDER BY DESC(?best) ?entity";

  private static final String TOLD =
      """
      SELECT ?entity ?property ?value ?best {
        { SELECT ?entity (MAX(?score) AS ?best) {
      %s      ?entity a %s
          } GROUP BY ?entity ORDER BY DESC(?best) ?entity LIMIT %d }
        VALUES ?property { rdfs:label skos:altLabel
                           <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> }
        ?entity ?property ?value }
      """;

  private static final List<Node> TYPES = List.of(News.Person, News.Organisation, News.Place);

  private final SparqlRunner lookup;

  /**
   * An entity that was found.
   *
   * @param name to show
   * @param names all that it is known by, that one first
   * @param types names of classes of the ontology: "Person"
   * @param score of the text index; only good for comparing
   */
  public record Found(
      Node entity, String name, List<String> names, List<String> types, double score) {}

  public EntitySearch(SparqlRunner lookup) {
    this.lookup = lookup;
  }

  /**
   * Those with any of these words in a name.
   *
   * @param type "Person" and the like; empty for any
   */
  public List<Found> find(String words, String type, int limit) {
    return find(TextQuery.any(words), type, limit);
  }

  /** The query that asks the same. */
  public String sparql(String words, String type, int limit) {
    return lookup.sparql(
        TOLD.formatted(NAMED, SparqlRunner.term(kind(type)), limit), values(TextQuery.any(words)));
  }

  /** Those with a name that begins with these words. */
  public List<Found> startingWith(String words, int limit) {
    return find(TextQuery.prefix(words), "", limit);
  }

  private List<Found> find(Node words, String type, int limit) {
    return lookup
        .store()
        .read(
            dataset ->
                found(dataset, lookup.rows(RANKED, values(words)).rows(), kind(type), limit));
  }

  private static Node kind(String type) {
    return NodeFactory.createURI(
        News.NAMESPACE + (type.isEmpty() ? "Entity" : type.replaceAll("[^A-Za-z]", "")));
  }

  private Map<String, Node> values(Node words) {
    return Map.of(
        "words",
        words,
        "shared",
        NodeFactory.createLiteralString(lookup.store().iris().base() + "entity/"));
  }

  private List<Found> found(
      DatasetGraph dataset, List<Map<String, Node>> ranked, Node kind, int limit) {
    Map<Node, Double> scores = new LinkedHashMap<>();
    for (Map<String, Node> row : ranked) {
      Node entity = row.get("entity");
      if (scores.size() < limit && is(dataset, entity, kind)) {
        scores.put(entity, ((Number) row.get("best").getLiteralValue()).doubleValue());
      }
    }
    Map<Node, List<String>> names = lookup.store().names(scores.keySet());
    return scores.entrySet().stream()
        .map(it -> found(dataset, it.getKey(), names.get(it.getKey()), it.getValue()))
        .toList();
  }

  private static Found found(DatasetGraph dataset, Node entity, List<String> names, double score) {
    List<String> types =
        TYPES.stream().filter(it -> is(dataset, entity, it)).map(EntitySearch::name).toList();
    return new Found(
        entity,
        names.stream().findFirst().orElse(entity.getURI()),
        names,
        types.isEmpty() ? List.of(name(News.Entity)) : types,
        score);
  }

  private static boolean is(DatasetGraph dataset, Node entity, Node type) {
    return dataset.contains(Node.ANY, entity, RDF.type.asNode(), type);
  }

  private static String name(Node type) {
    return type.getURI().substring(News.NAMESPACE.length());
  }
}
