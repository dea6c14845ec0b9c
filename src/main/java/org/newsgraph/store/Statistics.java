package org.newsgraph.store;

import java.util.Map;
import java.util.Objects;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.graph.News;

/**
 * Counts of a database's contents. An entity that several articles mention is counted once.
 *
 * @param articles number of articles
 * @param statements number of statements that were said, by kind
 * @param reports number of reports of speech acts that were performed
 * @param speakers number of distinct speakers of statements that were said, known or described
 * @param entities number of mentioned entities by type
 * @param mentions number of mentions
 * @param roles number of roles that articles give to people
 * @param triples number of quads in all graphs
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
  public Statistics {
    Objects.requireNonNull(statements, "statements");
    Objects.requireNonNull(entities, "entities");
  }

  /** Counts with {@link DatasetStatistics#of}. */
  public static Statistics of(NewsStore store) {
    return DatasetStatistics.of(store).statistics();
  }

  /** Counts only the articles, which is fast. */
  public static long articles(NewsStore store) {
    return store.read(
        dataset ->
            Iter.iter(dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), News.Article))
                .map(Quad::getSubject)
                .distinctAdjacent()
                .count());
  }

  /** Returns the number of statements of all kinds. */
  public long allStatements() {
    return statements.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of entities of all types. */
  public long allEntities() {
    return entities.values().stream().mapToLong(Long::longValue).sum();
  }
}
