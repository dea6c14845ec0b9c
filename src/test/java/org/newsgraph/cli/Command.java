package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What a run of the program left: its exit status, what it printed, and what it complained of. */
record Command(int status, String out, String err) {
  static Command run(String... args) {
    return run(new byte[0], args);
  }

  static Command run(byte[] standardInput, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(standardInput), out, new PrintStream(err, true, UTF_8));
    int status = Newsgraph.run(terminal, args);
    return new Command(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
