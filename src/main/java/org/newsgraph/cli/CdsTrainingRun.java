package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.newsgraph.serve.NewsServer;
import org.newsgraph.serve.Settings;
import org.newsgraph.store.NewsStore;

/**
 * Training run for class data sharing: builds a small database and sends requests to its server, so
 * that Java archives the classes loaded ({@code -XX:ArchiveClassesAtExit}, JEP 350) and later
 * starts take half the time. The launcher runs it once after each build.
 */
final class CdsTrainingRun {
  private static final String ARTICLE =
      """
      {"id": "rehearsal", "text": "“The harbour stays open,” said Mayor Ann Roe of the Harbour \
      Party in Lisbon. She told reporters that Bo Lee had agreed."}
      """;

  private static final List<String> PAGES =
      List.of(
          "",
          "news/sparql?query=SELECT%20*%20%7B%20%3Fs%20a%20%3Fo%20%7D%20LIMIT%201",
          "ontology.ttl",
          "entity/Ann_Roe.html",
          "article/rehearsal.html",
          "statements",
          "search?q=roe",
          "suggest?q=roe",
          "compare?entity=Ann_Roe",
          "graph-view?entity=Ann_Roe",
          "map",
          "timeline",
          "query",
          "query?example=roles.rq",
          "query/terms.json",
          "api/search?q=roe",
          "reconcile");

  private CdsTrainingRun() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("newsgraph-rehearsal");
    try {
      Path database = folder.resolve("db");
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(ARTICLE.getBytes(UTF_8)),
              OutputStream.nullOutputStream(),
              new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
      Newsgraph.run(terminal, "build", "-", "--db", database.toString());
      requestPages(database);
    } finally {
      PathUtils.deleteDirectory(folder);
    }
    System.exit(0);
  }

  private static void requestPages(Path database) throws IOException {
    try (NewsStore store = NewsStore.open(database);
        NewsServer server = NewsServer.start(store, Settings.of("127.0.0.1", 0))) {
      for (String page : PAGES) {
        try (InputStream in = URI.create(server.address() + page).toURL().openStream()) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }
}
