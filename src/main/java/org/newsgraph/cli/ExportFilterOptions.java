package org.newsgraph.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.export.ExportFilter;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.ReportStatus;
import picocli.CommandLine.Option;

/** Options that select a part of a database. */
final class ExportFilterOptions {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only articles published on this day (2016-10-12) or later.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Only articles published on this day or earlier.")
  private LocalDate to;

  @Option(
      names = "--type",
      split = ",",
      paramLabel = "TYPE",
      description = "Only entities of these types: ${COMPLETION-CANDIDATES}.")
  private Set<EntityType> types = Set.of();

  @Option(
      names = "--min-mentions",
      paramLabel = "N",
      description = "Only entities with at least N mentions.")
  private long minMentions;

  @Option(
      names = "--status",
      split = ",",
      defaultValue = "SAID",
      paramLabel = "STATUS",
      description = {
        "Only statements with these statuses: ${COMPLETION-CANDIDATES} (default:"
            + " ${DEFAULT-VALUE}).",
        "Dumps as nquads, trig, turtle or jsonld contain all statements."
      })
  private Set<ReportStatus> statuses = ExportFilter.SAID;

  ExportFilter filter() {
    return new ExportFilter(
        Optional.ofNullable(from), Optional.ofNullable(to), types, minMentions, statuses);
  }
}
