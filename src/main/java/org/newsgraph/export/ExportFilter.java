package org.newsgraph.export;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.ReportStatus;

/**
 * Selection of the part of a database to export. If {@code from} or {@code to} is given, articles
 * without a date are excluded.
 *
 * @param from first publication day, inclusive
 * @param to last publication day, inclusive
 * @param types types of the selected entities; all types if empty
 * @param minMentions minimum number of mentions of an entity in the selected articles
 * @param statuses statuses of the selected statements and reports of speech acts; RDF dumps contain
 *     all
 */
public record ExportFilter(
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Set<EntityType> types,
    long minMentions,
    Set<ReportStatus> statuses) {
  /** Statuses of statements that are exported by default. */
  public static final Set<ReportStatus> SAID = Set.of(ReportStatus.SAID);

  /** Filter that selects all articles and entities, and the statements that were said. */
  public static final ExportFilter NONE =
      new ExportFilter(Optional.empty(), Optional.empty(), Set.of(), 0);

  /** Creates a filter for statements that were said. */
  public ExportFilter(
      Optional<LocalDate> from, Optional<LocalDate> to, Set<EntityType> types, long minMentions) {
    this(from, to, types, minMentions, SAID);
  }

  public ExportFilter {
    types = Set.copyOf(types);
    statuses = Set.copyOf(statuses);
  }

  /** Tests whether the filter selects all articles and entities. */
  public boolean selectsAll() {
    return !filtersArticles() && !filtersEntities();
  }

  boolean filtersArticles() {
    return from.isPresent() || to.isPresent();
  }

  boolean filtersEntities() {
    return !types.isEmpty() || minMentions > 0;
  }

  /** Tests whether articles of this publication day are selected. */
  boolean includes(Optional<LocalDate> issued) {
    return !filtersArticles() || issued.map(this::includes).orElse(false);
  }

  private boolean includes(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
