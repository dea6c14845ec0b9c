package org.newsgraph.cli;

import java.time.Duration;
import java.util.Locale;
import org.newsgraph.link.wikidata.DumpBuild;
import org.newsgraph.link.wikidata.DumpBuild.Stage;

/** Progress display of a knowledge base build. */
final class ItemProgress implements DumpBuild.Listener {
  private final Progress progress;
  private Stage stage;
  private long started;
  private long itemsBefore;
  private double shareBefore;

  ItemProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void progress(Stage now, long items, double share) {
    if (now != stage) {
      // Items read in an earlier run do not count towards the rate of this one.
      stage = now;
      started = System.nanoTime();
      itemsBefore = items;
      shareBefore = share;
    }
    progress.show(
        () ->
            format(
                now,
                items,
                items - itemsBefore,
                share,
                share - shareBefore,
                Duration.ofNanos(System.nanoTime() - started)));
  }

  static String format(
      Stage stage, long items, long itemsNow, double share, double shareNow, Duration elapsed) {
    String activity = stage == Stage.READING ? "reading" : "indexing";
    return format(activity, items, itemsNow, share, shareNow, elapsed);
  }

  /**
   * Returns a progress line with the rate and the remaining time.
   *
   * @param activity current phase, as a participle
   * @param items number of items so far
   * @param itemsNow number of them in this run
   * @param share completed share of the phase, from 0 to 1
   * @param shareNow share that was completed in this run
   */
  static String format(
      String activity, long items, long itemsNow, double share, double shareNow, Duration elapsed) {
    double seconds = Math.max(0.001, elapsed.toNanos() / 1e9);
    String line =
        String.format(
            Locale.ROOT,
            "%s: %,d items, %,.0f per second, %.1f %%",
            activity,
            items,
            itemsNow / seconds,
            100 * share);
    if (shareNow <= 0) {
      return line;
    }
    long left = Math.round((1 - share) / shareNow * seconds);
    return line
        + String.format(Locale.ROOT, ", %d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60);
  }
}
