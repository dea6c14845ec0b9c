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

/** Prints a line for the file of logins. */
@Command(
    name = "password",
    description = {
      "Asks for a password (or reads it from standard input), and prints the line",
      "for the file that \"serve --auth\" takes. The password itself is not in it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph password ada --role editor >> logins"})
final class PasswordCommand implements Callable<Integer> {
  private static final int SHORTEST = 12;

  @Parameters(paramLabel = "NAME", description = "Who logs in.")
  private String name;

  @Option(
      names = "--role",
      defaultValue = "reader",
      paramLabel = "ROLE",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
  private Logins.Role role;

  @ParentCommand private Newsgraph newsgraph;
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (!name.matches("[^:\\s#][^:\\p{Cntrl}]*")) {
      throw new ParameterException(command.commandLine(), "NAME: a name has no colon in it");
    }
    char[] password = password();
    if (password.length < SHORTEST) {
      newsgraph.terminal().say("a password needs " + SHORTEST + " characters or more");
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
      "SystemConsoleNull") // Where one is there without a terminal, it reads the same.
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
