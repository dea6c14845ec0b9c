package org.newsgraph.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.newsgraph.ingest.IngestProgress;

/**
 * Progress line on a terminal: the number of articles done, the rate and, if the total is known,
 * the remaining time. It is updated at most four times per second, and written only to a terminal.
 */
final class Progress implements IngestProgress {
  /** Minimum time between two updates. */
  private static final long INTERVAL_NANOS = 250_000_000;

  /** Maximum length of the name of the source, in characters. */
  private static final int MAX_SOURCE_LENGTH = 30;

  private final PrintStream err;
  private final boolean shown;
  private long started = System.nanoTime();
  private long written;
  private long done;
  private OptionalLong total = OptionalLong.empty();
  private boolean visible;
  private String source = "";

  Progress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  @Override
  public synchronized void start(OptionalLong articles) {
    started = System.nanoTime();
    written = started;
    done = 0;
    total = articles;
  }

  @Override
  public synchronized void source(String name) {
    source = name;
  }

  @Override
  public synchronized void step() {
    done++;
    show(
        () ->
            format(done, total, Duration.ofNanos(System.nanoTime() - started)) + shortened(source));
  }

  /** Shows a line, unless the last update was too recent. */
  synchronized void show(Supplier<String> line) {
    if (System.nanoTime() - written >= INTERVAL_NANOS) {
      showNow(line.get());
    }
  }

  /** Shows a line immediately. */
  synchronized void showNow(String line) {
    if (shown) {
      written = System.nanoTime();
      visible = true;
      err.print("\r" + line + "\033[K");
      err.flush();
    }
  }

  @Override
  public void checkpoint() {
    showNow("moving the write-ahead log into the database…");
  }

  @Override
  public synchronized void clear() {
    if (visible) {
      err.print("\r\033[K");
      err.flush();
      visible = false;
    }
  }

  /** Returns the end of a long name, which is its most specific part. */
  private static String shortened(String source) {
    if (source.isEmpty()) {
      return "";
    }
    return ", "
        + (source.length() <= MAX_SOURCE_LENGTH
            ? source
            : "…" + source.substring(source.length() - MAX_SOURCE_LENGTH));
  }

  static String format(long done, OptionalLong total, Duration elapsed) {
    double rate = done / Math.max(0.001, elapsed.toNanos() / 1e9);
    String line =
        done
            + (total.isPresent() ? " of " + total.getAsLong() : "")
            + (done == 1 && total.isEmpty() ? " article" : " articles")
            + String.format(Locale.ROOT, ", %.1f per second", rate);
    if (total.isEmpty() || done == 0) {
      return line;
    }
    long left = Math.round(Math.max(0, total.getAsLong() - done) / rate);
    return line + String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
  }
}
