package org.newsgraph.cli;

import java.time.Duration;
import java.util.Locale;
import org.newsgraph.link.fetch.FetchEstimate;
import org.newsgraph.link.fetch.WikidataFetch;
import org.newsgraph.link.fetch.WikidataFetch.Stage;

/** Progress display of a fetch from Wikidata, which starts with an estimate. */
final class FetchProgress implements WikidataFetch.Listener {
  private final Terminal terminal;
  private final StageProgress stages;

  FetchProgress(Terminal terminal) {
    this.terminal = terminal;
    stages = new StageProgress(terminal.progress());
  }

  @Override
  public void estimated(FetchEstimate estimate) {
    terminal.printMessage(format(estimate));
  }

  @Override
  public void progress(Stage now, long items, double share) {
    stages.show(activity(now), items, share);
  }

  private static String activity(Stage stage) {
    return switch (stage) {
      case FINDING -> "finding items";
      case CLASSES -> "fetching classes";
      case ITEMS -> "fetching items";
      case LABELS -> "fetching labels";
      case INDEXING -> "indexing";
    };
  }

  static String format(FetchEstimate estimate) {
    return String.format(
        Locale.ROOT,
        "%,d items of all types have enough site links; fetching them takes at most about %,d"
            + " requests, %s and %,d MB of disk",
        estimate.items(),
        estimate.requests(),
        duration(estimate.time()),
        Math.max(1, 2 * estimate.bytes() / 1_000_000));
  }

  private static String duration(Duration time) {
    return time.toMinutes() < 60
        ? Math.max(1, time.toMinutes()) + " minutes"
        : String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0);
  }
}
