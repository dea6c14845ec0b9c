package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks a database a question. */
@Command(
    name = "query",
    description = "Runs one SPARQL query on the database, without a server.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph query queries/places.rq",
      "         newsgraph query -q 'SELECT * { ?s ?p ?o } LIMIT 10' --results csv"
    })
final class QueryCommand implements Callable<Integer> {
  /** How the parser says which word it stumbled over: its kind, and the word itself. */
  private static final Pattern TOKEN =
      Pattern.compile("Encountered \" (?:\"[^\"]*\"|<[^>]+>) \"(.*?) ?\"\"");

  private static final Pattern WHERE =
      Pattern.compile("(?: ?at |^)[Ll]ine (?<line>\\d+), column (?<column>\\d+)[.:]? ?");

  @ArgGroup(multiplicity = "1")
  private Source source;

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Option(
      names = "--results",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = {
        "How to write the answer: ${COMPLETION-CANDIDATES}.",
        "By default a table; a graph is written as Turtle."
      })
  private Results.Format format;

  /** One of the two. */
  private static final class Source {
    @Parameters(paramLabel = "FILE.rq", description = "A file with the query.")
    private Path file;

    @Option(
        names = {"-q", "--query"},
        paramLabel = "TEXT",
        description = "The query itself.")
    private String text;
  }

  @Override
  public Integer call() {
    Query query;
    try {
      String text = source.text != null ? source.text : Files.readString(source.file, UTF_8);
      query = QueryFactory.create(text);
      Results.require(query, format);
    } catch (IOException e) {
      return wrong(source.file + ": this file cannot be read; is its name right?");
    } catch (QueryException e) {
      return wrong((source.text != null ? "-q" : source.file) + ": " + explain(e));
    } catch (IllegalArgumentException e) {
      return wrong(e.getMessage());
    }
    try (NewsStore store = database.open()) {
      Terminal terminal = newsgraph.terminal();
      OptionalInt width = terminal.showsResults() ? Table.terminalWidth() : OptionalInt.empty();
      Results results = new Results(query, format, width);
      store.read(
          dataset -> {
            results.write(dataset, terminal.out());
            return null;
          });
      return Newsgraph.OK;
    }
  }

  private int wrong(String line) {
    newsgraph.terminal().say(line);
    return Newsgraph.USAGE;
  }

  /** Where and what, in one line; the parser's list of all that it expected is left out. */
  private static String explain(QueryException e) {
    String first = Failure.oneLine(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    // Not the exception's own line and column, which are those of the word before.
    Matcher where = WHERE.matcher(first);
    String place =
        where.find() ? "line " + where.group("line") + ", column " + where.group("column") : "";
    String what =
        TOKEN
            .matcher(where.replaceAll(""))
            .replaceAll("unexpected $1")
            .replace("Encountered \"<EOF>\"", "it ends too early");
    return (place.isEmpty() ? "" : place + ": ") + "this is not SPARQL: " + what;
  }
}
