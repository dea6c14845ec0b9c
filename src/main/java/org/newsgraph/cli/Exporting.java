package org.newsgraph.cli;

import java.util.OptionalLong;
import org.newsgraph.export.Cut;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Excerpt;
import org.newsgraph.export.Exporter;
import org.newsgraph.store.NewsStore;

/** Runs an export on a database, with a line that says how far it is. */
record Exporting(DatabaseOption database, Terminal terminal) {
  void run(Exporter exporter, Cut cut, Destination destination) {
    Progress progress = terminal.progress();
    try (NewsStore store = database.open()) {
      store.read(
          dataset -> {
            Excerpt excerpt = new Excerpt(dataset, store.iris(), cut, progress::step);
            progress.start(OptionalLong.of(excerpt.articles().size()));
            exporter.write(excerpt, destination);
            return null;
          });
    } finally {
      progress.clear();
    }
  }
}
