package org.newsgraph.cli;

import java.time.Duration;
import java.util.Locale;

/** Progress display of work in stages, with the rate and the remaining time of each stage. */
final class StageProgress {
  private final Progress progress;
  private String activity = "";
  private long started;
  private long itemsBefore;
  private double shareBefore;

  StageProgress(Progress progress) {
    this.progress = progress;
  }

  /**
   * Shows the state of a stage. Items of an earlier run, which the first report of a stage
   * includes, do not count towards the rate of this one.
   *
   * @param now the stage, as a participle: "reading"
   * @param items number of items so far
   * @param share completed share of the stage, from 0 to 1
   */
  void show(String now, long items, double share) {
    if (!now.equals(activity)) {
      activity = now;
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

  /**
   * Returns a progress line with the rate and the remaining time.
   *
   * @param activity current stage, as a participle
   * @param items number of items so far
   * @param itemsNow number of them in this run
   * @param share completed share of the stage, from 0 to 1
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
