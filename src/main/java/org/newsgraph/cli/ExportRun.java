package org.newsgraph.cli;

import java.util.OptionalLong;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.ExportFilter;
import org.newsgraph.export.Exporter;
import org.newsgraph.store.NewsStore;

/** Runs exports of a database and shows their progress. */
record ExportRun(DatabaseOption database, Terminal terminal) {
  void run(Exporter exporter, ExportFilter cut, Destination destination) {
    Progress progress = terminal.progress();
    try (NewsStore store = database.open()) {
      store.read(
          dataset -> {
            DatasetSubset excerpt = new DatasetSubset(dataset, store.iris(), cut, progress::step);
            progress.start(OptionalLong.of(excerpt.articles().size()));
            exporter.write(excerpt, destination);
            return null;
          });
    } finally {
      progress.clear();
    }
  }
}
