package org.newsgraph.store;

import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.graph.News;

/**
 * How much a database holds. An entity that several articles name counts once.
 *
 * @param articles how many
 * @param statements how many of each kind
 * @param reports how many reports of speech acts
 * @param speakers how many different people and bodies are quoted, named or not
 * @param entities how many that are named, of each type
 * @param mentions how many places where an entity is named
 * @param roles how many offices that articles give to people
 * @param triples all that is stored, as it stands in the articles' graphs
 */
public record Statistics(
    long articles,
    Map<StatementKind, Long> statements,
    long reports,
    long speakers,
    Map<EntityType, Long> entities,
    long mentions,
    long roles,
    long triples) {

  /** Counts anew, as {@link DatasetStatistics#of} does. */
  public static Statistics of(NewsStore store) {
    return DatasetStatistics.of(store).statistics();
  }

  /** How many articles there are; this alone is quick. */
  public static long articles(NewsStore store) {
    return store.read(
        dataset ->
            Iter.iter(dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article))
                .map(Quad::getSubject)
                .distinctAdjacent()
                .count());
  }

  /** Statements of all kinds. */
  public long allStatements() {
    return statements.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Entities of all types. */
  public long allEntities() {
    return entities.values().stream().mapToLong(Long::longValue).sum();
  }
}
