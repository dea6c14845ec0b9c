package org.newsgraph.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problem.Severity;
import org.newsgraph.article.Problems;
import org.newsgraph.io.ErrorMessages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry point of the program: selects the command, runs it, and reports an error in one line. */
@Command(
    name = "newsgraph",
    description = "Turns news articles into a knowledge graph and serves it over SPARQL.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph extract seeds",
      "Run newsgraph COMMAND --help for the options of a command."
    })
public final class Newsgraph implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ExtractCommand.class,
          EvaluateCommand.class,
          ServeCommand.class,
          McpCommand.class,
          BuildCommand.class,
          QueryCommand.class,
          StatsCommand.class,
          DeleteCommand.class,
          EntitiesCommand.class,
          KbCommand.class,
          LinkCommand.class,
          ExportCommand.class,
          ImportCommand.class,
          ReportCommand.class,
          ClusterCommand.class,
          ValidateCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          SwapCommand.class,
          CompactCommand.class,
          PasswordCommand.class);

  /**
   * Lucene's logger; its warnings about the Java version do not help users. Held in a field because
   * java.util.logging keeps weak references, and a collected logger would lose its level.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /** Maximum number of skipped items that are named without {@code --verbose}. */
  private static final int MAX_SKIPPED = 20;

  /** Exit status of a successful command. */
  public static final int OK = 0;

  /** Exit status if some articles or the command itself failed. */
  public static final int FAILED = 1;

  /** Exit status if the command line is invalid. */
  public static final int USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Name every skipped item, and print a stack trace with every error.")
  private boolean verbose;

  /** True if the command has ended with an exception. */
  private boolean failed;

  private final Terminal terminal;

  private Newsgraph(Terminal terminal) {
    this.terminal = terminal;
  }

  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    // Not System.out: it hides write errors (full disk, closed pipe) and uses the locale's
    // encoding.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setErr(err);
    InputStream in = new FileInputStream(FileDescriptor.in);
    System.exit(run(new Terminal(in, out, err), args));
  }

  /** Runs a command and returns the exit status. */
  public static int run(Terminal terminal, String... args) {
    Newsgraph newsgraph = new Newsgraph(terminal);
    CommandSpec program = CommandSpec.forAnnotatedObject(newsgraph);
    commands(args).forEach(it -> program.addSubcommand(null, CommandSpec.forAnnotatedObject(it)));
    CommandLine line = new CommandLine(program);
    PrintWriter out = new PrintWriter(terminal.results(), true);
    line.setOut(out);
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(newsgraph::wrongUsage);
    line.setExecutionExceptionHandler((e, command, result) -> newsgraph.failed(e));
    line.setExitCodeExceptionMapper(e -> FAILED);
    int status = newsgraph.execute(line, args);
    try {
      terminal.results().flush();
      return status;
    } catch (IOException e) {
      // The unwritten output is still buffered; a failed command has already reported the error.
      return newsgraph.failed ? status : newsgraph.failed(e);
    }
  }

  private int execute(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (Error e) {
      // Errors, such as those of memory and of native libraries, do not reach the exception
      // handler.
      return failed(e);
    }
  }

  /**
   * Returns the command that the first argument names, or else all commands: creating all of them
   * delays every start.
   */
  private static List<Class<?>> commands(String... args) {
    for (Class<?> each : COMMANDS) {
      if (args.length > 0 && each.getAnnotation(Command.class).name().equals(args[0])) {
        return List.of(each);
      }
    }
    List<Class<?>> all = new ArrayList<>(COMMANDS);
    all.add(CommandLine.HelpCommand.class);
    return all;
  }

  /** Returns the input and the output streams of the command. */
  Terminal terminal() {
    return terminal;
  }

  /**
   * Returns a receiver of problems, which prints each immediately, and the stack trace of its cause
   * with {@code --verbose}. Without {@code --verbose}, only the first skipped items are named.
   */
  Problems problems() {
    AtomicInteger skipped = new AtomicInteger();
    return new Problems(problem -> report(problem, skipped));
  }

  private void report(Problem problem, AtomicInteger skipped) {
    boolean isCounted = problem.severity() == Severity.SKIPPED && !verbose;
    int number = isCounted ? skipped.incrementAndGet() : 0;
    if (number <= MAX_SKIPPED) {
      terminal.printMessage(problem);
    } else if (number == MAX_SKIPPED + 1) {
      terminal.printMessage("further skipped items are only counted; run with -v to name them");
    }
    problem.cause().ifPresent(this::trace);
  }

  /** Rejects a command line without a command. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command given");
  }

  private int wrongUsage(ParameterException e, String[] args) {
    trace(e);
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String problem = ErrorMessages.oneLine(e.getMessage());
    terminal.printMessage(
        problem + (problem.matches(".*[.?!]") ? " " : ". ") + "See " + command + " --help");
    return USAGE;
  }

  private int failed(Throwable e) {
    failed = true;
    if (ErrorMessages.isClosedPipe(e)) {
      // The reader of the output, for instance head, has stopped reading; this is not an error.
      return OK;
    }
    trace(e);
    terminal.printMessage(ErrorMessages.reason(e));
    return FAILED;
  }

  private void trace(Throwable e) {
    if (verbose) {
      e.printStackTrace(terminal.err());
    }
  }
}
