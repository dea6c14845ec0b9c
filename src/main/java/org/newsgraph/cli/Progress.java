package org.newsgraph.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A line on the terminal that says how many articles are done, how fast, and how long the rest
 * takes, where that is known. Written at most a few times a second, and only to a terminal.
 */
final class Progress {
  private static final long EVERY_NANOS = 250_000_000;

  private static final int LONGEST_SOURCE = 30;

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

  /** Begins to count, from nothing. */
  synchronized void start(OptionalLong articles) {
    started = System.nanoTime();
    written = started;
    done = 0;
    total = articles;
  }

  /** What is being read. */
  synchronized void at(String source) {
    this.source = source;
  }

  /** One article more is done. */
  synchronized void step() {
    done++;
    show(
        () -> line(done, total, Duration.ofNanos(System.nanoTime() - started)) + shortened(source));
  }

  /** Shows a line, where one is due. */
  synchronized void show(Supplier<String> line) {
    if (System.nanoTime() - written >= EVERY_NANOS) {
      say(line.get());
    }
  }

  /** Shows a line at once. */
  synchronized void say(String line) {
    if (shown) {
      written = System.nanoTime();
      visible = true;
      err.print("\r" + line + "\033[K");
      err.flush();
    }
  }

  /** Takes the line away, so that another can stand there. */
  synchronized void clear() {
    if (visible) {
      err.print("\r\033[K");
      err.flush();
      visible = false;
    }
  }

  /** The end of a long name tells most. */
  private static String shortened(String source) {
    if (source.isEmpty()) {
      return "";
    }
    return ", "
        + (source.length() <= LONGEST_SOURCE
            ? source
            : "…" + source.substring(source.length() - LONGEST_SOURCE));
  }

  static String line(long done, OptionalLong total, Duration taken) {
    double rate = done / Math.max(0.001, taken.toNanos() / 1e9);
    String line =
        done
            + (total.isPresent() ? " of " + total.getAsLong() : "")
            + (done == 1 && total.isEmpty() ? " article" : " articles")
            + String.format(Locale.ROOT, ", %.1f a second", rate);
    if (total.isEmpty() || done == 0) {
      return line;
    }
    long left = Math.round(Math.max(0, total.getAsLong() - done) / rate);
    return line + String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
  }
}
