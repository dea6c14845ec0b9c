package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.serve.security.Password;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints an entry for the file of logins. */
@Command(
    name = "password",
    description = {
      "Creates a login for \"serve --auth\".",
      "It asks for a password, or reads it from standard input, and prints an entry for the file of"
          + " logins. The entry contains a hash, not the password."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph password ada --role editor >> logins"})
final class PasswordCommand implements Callable<Integer> {
  private static final int MIN_LENGTH = 12;

  @Parameters(paramLabel = "NAME", description = "The user's name.")
  private String name;

  @Option(
      names = "--role",
      defaultValue = "reader",
      paramLabel = "ROLE",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Logins.Role role;

  @ParentCommand private Newsgraph newsgraph;
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (!name.matches("[^:\\s#][^:\\p{Cntrl}]*")) {
      throw new ParameterException(
          command.commandLine(),
          "NAME: a name must not contain colons or control characters, nor start with a space or"
              + " #");
    }
    char[] password = password();
    if (password.length < MIN_LENGTH) {
      newsgraph
          .terminal()
          .printMessage("the password is too short; use at least " + MIN_LENGTH + " characters");
      return Newsgraph.FAILED;
    }
    command
        .commandLine()
        .getOut()
        .println(
            name + ":" + role.name().toLowerCase(Locale.ROOT) + ":" + Password.of(password).hash());
    Arrays.fill(password, ' ');
    return Newsgraph.OK;
  }

  @SuppressWarnings(
      "SystemConsoleNull") // Java 22 may return a console without a terminal; it works as well.
  private char[] password() throws IOException {
    Console console = System.console();
    if (console != null) {
      return console.readPassword("Password for %s: ", name);
    }
    String line =
        new BufferedReader(new InputStreamReader(newsgraph.terminal().in(), UTF_8)).readLine();
    return line == null ? new char[0] : line.toCharArray();
  }
}
