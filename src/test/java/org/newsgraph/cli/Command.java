package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** Result of a run of the program: its exit status, standard output and standard error. */
record Command(int status, String out, String err) {
  static Command run(String... args) {
    return run(new byte[0], args);
  }

  static Command run(byte[] standardInput, String... args) {
    return run(standardInput, new ByteArrayOutputStream(), args);
  }

  /** Runs the program with another standard output, for example one that fails. */
  static Command run(byte[] standardInput, OutputStream out, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(standardInput), out, new PrintStream(err, true, UTF_8));
    int status = Newsgraph.run(terminal, args);
    String printed = out instanceof ByteArrayOutputStream bytes ? bytes.toString(UTF_8) : "";
    return new Command(status, printed, err.toString(UTF_8));
  }
}
