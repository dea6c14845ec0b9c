package org.newsgraph.cli;

import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.newsgraph.article.Problem;

/** The standard streams of a command, in UTF-8 regardless of the locale. */
public final class Terminal {
  /**
   * System property that names the streams ({@code out}, {@code err}) connected to a terminal. The
   * launcher sets it, since it can test each stream. Java can test only all of them together, and
   * does so differently in each version.
   */
  private static final String TERMINAL_STREAMS = "newsgraph.terminal";

  private final InputStream in;
  private final OutputStream out;
  private final Writer results;
  private final PrintStream err;
  private final Progress progress;

  public Terminal(InputStream in, OutputStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.results = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.err = err;
    this.progress = new Progress(err, isTerminal("err"));
  }

  InputStream in() {
    return in;
  }

  /** Returns standard output for binary results. Must not be mixed with {@link #results}. */
  OutputStream out() {
    return out;
  }

  /** Returns standard output for text results. A write that fails throws an exception. */
  Writer results() {
    return results;
  }

  /** Tests whether results are printed to a terminal, so that no progress line is needed. */
  boolean showsResults() {
    return isTerminal("out");
  }

  /** Returns standard error. */
  PrintStream err() {
    return err;
  }

  Progress progress() {
    return progress;
  }

  /** Prints a one-line message to standard error. */
  void printMessage(String message) {
    progress.clear();
    err.println("newsgraph: " + message);
  }

  void printMessage(Problem problem) {
    printMessage(problem.toString());
  }

  private static boolean isTerminal(String stream) {
    return System.getProperty(TERMINAL_STREAMS, "").contains(stream);
  }
}
