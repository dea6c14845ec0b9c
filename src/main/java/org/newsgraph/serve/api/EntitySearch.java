package org.newsgraph.serve.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.News;
import org.newsgraph.serve.sparql.Lookup;
import org.newsgraph.serve.sparql.Words;

/** Finds entities by words of their names, the likest first. */
public final class EntitySearch {
  private static final String QUERY =
      """
      SELECT ?entity ?property ?value ?best {
        { SELECT ?entity (MAX(?score) AS ?best) {
            { (?entity ?score) text:query (rdfs:label ?words 500) }
            UNION { (?entity ?score) text:query (skos:altLabel ?words 500) }
            ?entity a %s FILTER(STRSTARTS(STR(?entity), ?shared))
          } GROUP BY ?entity ORDER BY DESC(?best) ?entity LIMIT %d }
        VALUES ?property { rdfs:label skos:altLabel
                           <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> }
        ?entity ?property ?value }
      """;

  private final Lookup lookup;

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

  /** What was found, and by which query. */
  public record Result(String sparql, List<Found> found) {}

  public EntitySearch(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * Those with any of these words in a name.
   *
   * @param type "Person" and the like; empty for any
   */
  public Result find(String words, String type, int limit) {
    return find(Words.any(words), type, limit);
  }

  /** Those with a name that begins with these words. */
  public Result startingWith(String words, int limit) {
    return find(Words.prefix(words), "", limit);
  }

  private Result find(Node words, String type, int limit) {
    String kind = type.isEmpty() ? "Entity" : type.replaceAll("[^A-Za-z]", "");
    Lookup.Rows rows =
        lookup.rows(
            QUERY.formatted("<" + News.NAMESPACE + kind + ">", limit),
            Map.of(
                "words",
                words,
                "shared",
                org.apache.jena.graph.NodeFactory.createLiteralString(
                    lookup.store().iris().base() + "entity/")));
    Map<Node, Builder> builders = new LinkedHashMap<>();
    rows.rows()
        .forEach(row -> builders.computeIfAbsent(row.get("entity"), it -> new Builder()).add(row));
    List<Found> found = new ArrayList<>();
    builders.forEach((entity, builder) -> found.add(builder.build(entity)));
    found.sort(java.util.Comparator.comparingDouble(Found::score).reversed());
    return new Result(rows.sparql(), found);
  }

  private static final class Builder {
    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();
    private double score;

    void add(Map<String, Node> row) {
      score = ((Number) row.get("best").getLiteralValue()).doubleValue();
      String property = row.get("property").getURI();
      Node value = row.get("value");
      if (property.endsWith("type")) {
        if (value.getURI().startsWith(News.NAMESPACE)) {
          types.add(value.getURI().substring(News.NAMESPACE.length()));
        }
      } else {
        (property.endsWith("label") ? labels : others).add(value.getLiteralLexicalForm());
      }
    }

    Found build(Node entity) {
      Set<String> names = new LinkedHashSet<>(labels);
      names.addAll(others);
      if (types.size() > 1) {
        types.remove("Entity");
      }
      String name = names.stream().findFirst().orElse(entity.getURI());
      return new Found(entity, name, List.copyOf(names), List.copyOf(types), score);
    }
  }
}
