package org.newsgraph.export;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.EntityType;

/**
 * Which part of a database is wanted.
 *
 * @param from the first day of issue; articles without a day are left out where it is given
 * @param to the last day of issue, itself included
 * @param types entities of these types; all where there is none
 * @param minMentions entities that are named at least as often in the articles that remain
 */
public record ExportFilter(
    Optional<LocalDate> from, Optional<LocalDate> to, Set<EntityType> types, long minMentions) {
  /** Everything. */
  public static final ExportFilter NONE =
      new ExportFilter(Optional.empty(), Optional.empty(), Set.of(), 0);

  public ExportFilter {
    types = Set.copyOf(types);
  }

  /** Whether it leaves everything. */
  public boolean isNone() {
    return !cutsArticles() && !cutsEntities();
  }

  boolean cutsArticles() {
    return from.isPresent() || to.isPresent();
  }

  boolean cutsEntities() {
    return !types.isEmpty() || minMentions > 0;
  }

  /** Whether articles of this day stay. */
  boolean holds(Optional<LocalDate> issued) {
    return !cutsArticles() || issued.map(this::holds).orElse(false);
  }

  private boolean holds(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(last -> !day.isAfter(last)).orElse(true);
  }
}
