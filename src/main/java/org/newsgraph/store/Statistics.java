package org.newsgraph.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Kind;
import org.newsgraph.graph.News;

/**
 * How much a database holds. An entity that several articles name counts once.
 *
 * @param articles how many
 * @param statements how many of each kind
 * @param speakers how many different people and bodies are quoted, named or not
 * @param entities how many that are named, of each type
 * @param mentions how many places where an entity is named
 * @param roles how many offices that articles give to people
 * @param triples all that is stored, as it stands in the articles' graphs
 */
public record Statistics(
    long articles,
    Map<Kind, Long> statements,
    long speakers,
    Map<EntityType, Long> entities,
    long mentions,
    long roles,
    long triples) {

  /** Counts anew: on a database of millions of triples this takes seconds. */
  public static Statistics of(NewsStore store) {
    return store.read(Statistics::of);
  }

  /** How many articles there are; this alone is quick. */
  public static long articles(NewsStore store) {
    return store.read(dataset -> ofClass(dataset, News.Article));
  }

  private static Statistics of(DatasetGraph dataset) {
    Map<Kind, Long> statements = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      statements.put(kind, ofClass(dataset, News.typeOf(kind)));
    }
    Map<EntityType, Long> entities = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      entities.put(
          type, type == EntityType.OTHER ? others(dataset) : ofClass(dataset, News.typeOf(type)));
    }
    return new Statistics(
        ofClass(dataset, News.Article),
        statements,
        count(dataset, "?any news:speaker ?x"),
        entities,
        ofClass(dataset, News.Mention),
        ofClass(dataset, News.Role),
        dataset.stream().count());
  }

  /** Statements of all kinds. */
  public long allStatements() {
    return statements.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Entities of all types. */
  public long allEntities() {
    return entities.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long ofClass(DatasetGraph dataset, Node type) {
    return count(dataset, "?x a <" + type.getURI() + ">");
  }

  /** Named, unlike a speaker who is only described, and none of the three. */
  private static long others(DatasetGraph dataset) {
    return count(
        dataset,
        """
        ?x a news:Entity FILTER EXISTS { ?mention news:refersTo ?x }
        FILTER NOT EXISTS { ?x a ?type VALUES ?type { news:Person news:Organisation news:Place } }
        """);
  }

  private static long count(DatasetGraph dataset, String pattern) {
    var query =
        new ParameterizedSparqlString("SELECT (COUNT(DISTINCT ?x) AS ?n) { " + pattern + " }");
    query.setNsPrefix("news", News.NAMESPACE);
    try (QueryExec run = QueryExec.dataset(dataset).query(query.asQuery()).build()) {
      return ((Number) run.select().next().get("n").getLiteralValue()).longValue();
    }
  }
}
