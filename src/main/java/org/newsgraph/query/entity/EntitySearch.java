package org.newsgraph.query.entity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.News;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.store.text.StoredNames;

/**
 * Finds entities by words of their names, the most similar first. It uses the text index and does
 * not read the articles that mention the entities.
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

  private static final String DESCRIPTIONS =
      """
      SELECT ?entity ?property ?value ?best {
        { SELECT ?entity (MAX(?score) AS ?best) {
      %s      ?entity a %s
          } GROUP BY ?entity ORDER BY DESC(?best) ?entity LIMIT %d }
        VALUES ?property { rdfs:label skos:altLabel
                           <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> }
        ?entity ?property ?value }
      """;

  private final SparqlRunner lookup;

  /**
   * An entity that was found.
   *
   * @param name the name to show
   * @param names all names, the one to show first
   * @param types local names of classes of the ontology: "Person"
   * @param score score of the text index; comparable only within one search
   */
  public record Found(
      Node entity, String name, List<String> names, List<String> types, double score) {}

  public EntitySearch(SparqlRunner lookup) {
    this.lookup = lookup;
  }

  /**
   * Finds entities with any of the words in a name.
   *
   * @param type local name of a class, such as "Person"; empty for any type
   */
  public List<Found> find(String words, String type, int limit) {
    return find(TextQuery.any(words), sharedPrefix(), type, limit);
  }

  /** Returns an equivalent SPARQL query of {@link #find(String, String, int)}. */
  public String sparql(String words, String type, int limit) {
    return lookup.sparql(
        DESCRIPTIONS.formatted(NAMED, SparqlRunner.term(classOf(type)), limit),
        values(TextQuery.any(words), sharedPrefix()));
  }

  /** Finds entities with a name that contains all the words or words that start with them. */
  public List<Found> startingWith(String words, int limit) {
    return find(TextQuery.prefix(words), sharedPrefix(), "", limit);
  }

  /** Finds entities with any of the words in a name, also those that only one article knows. */
  List<Found> findWithLocal(String words, int limit) {
    return find(TextQuery.any(words), lookup.store().iris().base(), "", limit);
  }

  /** Finds entities with words in a name that differ in one or two letters. */
  List<Found> findSimilar(String words, int limit) {
    return find(TextQuery.similar(words), lookup.store().iris().base(), "", limit);
  }

  private List<Found> find(Node words, String prefix, String type, int limit) {
    return lookup
        .store()
        .read(
            dataset ->
                found(
                    dataset,
                    lookup.rows(RANKED, values(words, prefix)).rows(),
                    classOf(type),
                    limit));
  }

  private static Node classOf(String type) {
    return NodeFactory.createURI(
        News.NAMESPACE + (type.isEmpty() ? "Entity" : type.replaceAll("[^A-Za-z]", "")));
  }

  /** Returns the start of the IRIs of all entities that articles share. */
  private String sharedPrefix() {
    return lookup.store().iris().base() + "entity/";
  }

  private static Map<String, Node> values(Node words, String prefix) {
    return Map.of("words", words, "shared", NodeFactory.createLiteralString(prefix));
  }

  private List<Found> found(
      DatasetGraph dataset, List<Map<String, Node>> ranked, Node classOf, int limit) {
    Map<Node, Double> scores = new LinkedHashMap<>();
    for (Map<String, Node> row : ranked) {
      Node entity = row.get("entity");
      if (scores.size() < limit && EntityProfile.hasType(dataset, entity, classOf)) {
        scores.put(entity, ((Number) row.get("best").getLiteralValue()).doubleValue());
      }
    }
    Map<Node, StoredNames> names = lookup.store().names(scores.keySet());
    return scores.entrySet().stream()
        .map(it -> found(dataset, it.getKey(), names.get(it.getKey()), it.getValue()))
        .toList();
  }

  private Found found(DatasetGraph dataset, Node entity, StoredNames stored, double score) {
    String name = EntityLabels.name(entity, stored.labels(), lookup.store().iris());
    Set<String> names = new LinkedHashSet<>(List.of(name));
    names.addAll(stored.all());
    return new Found(entity, name, List.copyOf(names), EntityProfile.types(dataset, entity), score);
  }
}
