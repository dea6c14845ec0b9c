package org.newsgraph.cli;

import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.newsgraph.article.Problem;

/** What a command reads from and writes to, in UTF-8 whatever the locale. */
public final class Terminal {
  /**
   * Names those of {@code out} and {@code err} that a person sees. Set by the launcher, which can
   * ask that of each stream; Java can ask it only of all together, and differently in each version.
   */
  private static final String SEEN = "newsgraph.terminal";

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
    this.progress = new Progress(err, seen("err"));
  }

  InputStream in() {
    return in;
  }

  /** Where results go that are bytes already; not to be mixed with {@link #results}. */
  OutputStream out() {
    return out;
  }

  /** Where results go; a failing write throws. */
  Writer results() {
    return results;
  }

  /** Whether results run over a person's terminal, so that they are their own progress. */
  boolean showsResults() {
    return seen("out");
  }

  /** Where everything else goes. */
  PrintStream err() {
    return err;
  }

  Progress progress() {
    return progress;
  }

  /** One line to a person. */
  void say(String message) {
    progress.clear();
    err.println("newsgraph: " + message);
  }

  void say(Problem problem) {
    say(problem.toString());
  }

  private static boolean seen(String stream) {
    return System.getProperty(SEEN, "").contains(stream);
  }
}
