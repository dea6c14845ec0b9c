package org.newsgraph.export;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.EntityType;

/**
 * Selection of the part of a database to export. If {@code from} or {@code to} is given, articles
 * without a date are excluded.
 *
 * @param from first publication day, inclusive
 * @param to last publication day, inclusive
 * @param types types of the selected entities; all types if empty
 * @param minMentions minimum number of mentions of an entity in the selected articles
 */
public record ExportFilter(
    Optional<LocalDate> from, Optional<LocalDate> to, Set<EntityType> types, long minMentions) {
  /** Filter that selects everything. */
  public static final ExportFilter NONE =
      new ExportFilter(Optional.empty(), Optional.empty(), Set.of(), 0);

  public ExportFilter {
    types = Set.copyOf(types);
  }

  /** Tests whether the filter selects everything. */
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
