package org.newsgraph.query.statistics;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.bulk.CompactableDataset;

/**
 * Statistics of a database. What several articles mention, such as an entity, is counted once.
 *
 * @param articles number of articles
 * @param statements number of statements that were said, by kind
 * @param reports number of reports of speech acts that were performed
 * @param speakers number of distinct speakers of statements that were said, known or described
 * @param entities number of mentioned entities by type
 * @param mentions number of mentions
 * @param roles number of roles that articles give to people
 * @param quads number of quads in all graphs
 * @param classes number of distinct instances by class IRI
 * @param properties number of distinct triples by property IRI
 */
public record DatasetStatistics(
    long articles,
    Map<StatementKind, Long> statements,
    long reports,
    long speakers,
    Map<EntityType, Long> entities,
    long mentions,
    long roles,
    long quads,
    Map<String, Long> classes,
    Map<String, Long> properties) {
  public DatasetStatistics {
    Objects.requireNonNull(statements, "statements");
    Objects.requireNonNull(entities, "entities");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(properties, "properties");
  }

  /**
   * Counts, which takes some seconds for ten million triples.
   *
   * @throws CancellationException if the thread is interrupted meanwhile
   */
  public static DatasetStatistics of(NewsStore store) {
    return store.read(
        dataset -> new StatisticsScan(CompactableDataset.generation(dataset)).statistics());
  }

  /** Returns the number of distinct triples in the union of all graphs. */
  public long triples() {
    return properties.values().stream().mapToLong(Long::longValue).sum();
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
