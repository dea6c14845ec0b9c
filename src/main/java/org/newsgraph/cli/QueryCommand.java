package org.newsgraph.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.newsgraph.store.NewsStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a SPARQL query on a database. */
@Command(
    name = "query",
    description = "Runs a SPARQL query on the database, without a server.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph query queries/places.rq",
      "         newsgraph query -q 'SELECT * { ?s ?p ?o } LIMIT 10' --results csv"
    })
final class QueryCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Source source;

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;

  @Option(
      names = "--results",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = {
        "The format of the result: ${COMPLETION-CANDIDATES}.",
        "By default a table; a graph is written as Turtle."
      })
  private QueryResultWriter.Format format;

  /** The query: either a file or a text. */
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
      query =
          source.text != null ? QueryText.parse("-q", source.text) : QueryText.read(source.file);
      QueryResultWriter.checkFormat(query, format);
    } catch (IllegalArgumentException e) {
      newsgraph.terminal().printMessage(e.getMessage());
      return Newsgraph.USAGE;
    }
    try (NewsStore store = database.open()) {
      Terminal terminal = newsgraph.terminal();
      OptionalInt width = terminal.showsResults() ? Table.terminalWidth() : OptionalInt.empty();
      QueryResultWriter results = new QueryResultWriter(query, format, width);
      store.read(
          dataset -> {
            results.write(dataset, terminal.out());
            return null;
          });
      return Newsgraph.OK;
    }
  }
}
