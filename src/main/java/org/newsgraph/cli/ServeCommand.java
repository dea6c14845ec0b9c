package org.newsgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Sources;
import org.newsgraph.article.format.FormatDetectingReader;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.serve.NewsServer;
import org.newsgraph.serve.Settings;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves a database over HTTP. */
@Command(
    name = "serve",
    description =
        "Serves the database over HTTP until Ctrl-C; imports articles first, if any are given.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph serve seeds --port 3030",
      "         newsgraph serve --read-only --db copies"
    })
final class ServeCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Articles to import first: files, folders, patterns, or - for standard input.")
  private List<String> sources = List.of();

  @ParentCommand private Newsgraph newsgraph;
  @Mixin private DatabaseOption database;
  @Mixin private BuildOptions options;

  @Mixin private ServeOptions serving;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Settings settings = serving.settings(database.folder());
    // Fail before the import, not after it.
    NewsServer.requirePortFree(settings);
    return serving.isReadOnly() ? serveReplica(settings) : serveDatabase(settings);
  }

  private int serveReplica(Settings settings) {
    if (!sources.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "--read-only: articles cannot be added to a read-only copy; remove SOURCE");
    }
    ActiveReplica copies = new ActiveReplica(database.folder());
    try (NewsServer server =
        NewsServer.startReplica(copies, settings, newsgraph.terminal()::printMessage)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end"));
      printAddress(server.address());
      server.join();
      return Newsgraph.OK;
    }
  }

  private int serveDatabase(Settings settings) {
    try (NewsStore store = sources.isEmpty() ? database.open() : options.create(database)) {
      Terminal terminal = newsgraph.terminal();
      Problems problems = newsgraph.problems();
      if (sources.isEmpty()) {
        correct(problems, store, terminal);
      } else {
        options.build(articles(terminal, problems), problems, store, terminal);
      }
      try (ArticleLinker linker = options.linker(store);
          ServerCorrector corrector =
              new ServerCorrector(store, linker, problems, terminal.progress());
          NewsServer server =
              NewsServer.start(
                  store,
                  settings,
                  Optional.of(new Editing(new ServerIngest(store, linker), corrector)))) {
        Thread atEnd = new Thread(() -> end(server, corrector, store), "end");
        Runtime.getRuntime().addShutdownHook(atEnd);
        printAddress(server.address());
        server.join();
        return Newsgraph.OK;
      }
    }
  }

  private void correct(Problems problems, NewsStore store, Terminal terminal) {
    try {
      options.correct(problems, store, terminal);
    } catch (StoreException e) {
      // The stored data are consistent: serve them although the corrections file is invalid.
      terminal.printMessage(e.getMessage());
    }
  }

  private Stream<Article> articles(Terminal terminal, Problems problems) {
    return new Sources(terminal.in(), problems)
        .readAll(sources, new FormatDetectingReader(ArticleReader.MAX_LENGTH));
  }

  private static void end(NewsServer server, ServerCorrector corrector, NewsStore store) {
    server.close();
    corrector.close();
    store.close();
  }

  private void printAddress(String address) {
    PrintWriter out = command.commandLine().getOut();
    out.println(
        "Newsgraph is running at " + address + " until you press Ctrl-C. Three things to try:");
    out.println();
    out.println("Explore people, statements and articles in a browser:");
    out.println("  " + address);
    out.println("Get all statements with their speakers as CSV, for a spreadsheet:");
    out.println("  curl '" + address + "news/sparql' -H 'Accept: text/csv' --data-urlencode \\");
    out.println("    'query=PREFIX news: <https://w3id.org/newsgraph/ontology#>");
    out.println("           PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>");
    out.println(
        "           SELECT ?who ?said { ?s news:speaker/rdfs:label ?who ; news:content ?said }'");
    out.println("Run one of the queries in the folder \"queries\":");
    out.println(
        "  curl '"
            + address
            + "news/sparql' -H 'Accept: text/csv' --data-urlencode query@queries/places.rq");
    out.flush();
  }
}
