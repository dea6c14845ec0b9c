package org.newsgraph.link.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsgraph.article.Problems;
import org.newsgraph.link.fetch.WikidataFetch.Options;
import org.newsgraph.link.fetch.WikidataFetch.Stage;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.WaitingClock;
import org.newsgraph.link.wikidata.DumpBuild;
import org.newsgraph.link.wikidata.MadeUpDump;

/**
 * Measures a fetch from a local endpoint with made-up items: time, requests and memory.
 *
 * <pre>
 * java -Xmx6g -cp target/test-classes:target/classes:$(cat target/classpath) \
 *   org.newsgraph.link.fetch.FetchSpeed 200000 folder
 * </pre>
 */
public final class FetchSpeed {
  private long started = System.nanoTime();

  private FetchSpeed() {}

  public static void main(String[] args) throws IOException {
    new FetchSpeed().run(Integer.parseInt(args[0]), Files.createDirectories(Path.of(args[1])));
  }

  private void run(int items, Path folder) throws IOException {
    Path dump = folder.resolve("dump.json.gz");
    new MadeUpDump(items).writeGzip(dump);
    Graph graph = GraphFactory.createGraphMem();
    load(dump, graph);
    print("loaded %,d triples".formatted(graph.size()));
    Options options = new Options(Options.WIKIDATA, List.of("en"), FetchedBase.TYPES, 1, false);
    RequestPolicy usual = WikidataFetchTest.policy();
    RequestPolicy policy =
        new RequestPolicy(
            usual.userAgent(), Duration.ZERO, usual.timeout(), usual.retryTimeout(), 1 << 26);
    try (WikidataEndpoint wikidata = new WikidataEndpoint(DatasetGraphFactory.wrap(graph))) {
      long before = usedMemory();
      for (boolean update : new boolean[] {false, true}) {
        Options local =
            new Options(wikidata.address(), options.languages(), options.types(), 1, update);
        WikidataFetch.Result result =
            new WikidataFetch(folder.resolve("kb"), local, policy, WaitingClock.REAL)
                .run(new Stages());
        print(
            "%s: %,d items, %,d names; %,d items requested, %,d requests"
                .formatted(
                    update ? "update" : "fetch",
                    result.description().items(),
                    result.description().names(),
                    result.fetched(),
                    result.requests()));
        print("live memory of the fetch: %,d MB".formatted((usedMemory() - before) >> 20));
      }
    }
    KnowledgeBaseInfo built =
        new DumpBuild(
                dump,
                folder.resolve("all"),
                new DumpBuild.Options(List.of("en"), FetchedBase.TYPES, 2),
                Clock.systemUTC())
            .run(new Problems(it -> {}), (stage, done, share) -> {})
            .description();
    print("kb build: %,d items of the types, with any number of links".formatted(built.items()));
  }

  private static void load(Path dump, Graph graph) throws IOException {
    WikibaseRdf rdf = new WikibaseRdf(StreamRDFLib.graph(graph));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(dump)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        WikibaseRdf.items(line).forEach(rdf::write);
      }
    }
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void print(String text) {
    System.out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, text);
  }

  /** Prints the start of each phase. */
  private final class Stages implements WikidataFetch.Listener {
    private Stage last;

    @Override
    public void estimated(FetchEstimate estimate) {
      print("%,d items have enough links".formatted(estimate.items()));
    }

    @Override
    public void progress(Stage stage, long items, double share) {
      if (stage != last) {
        print(stage + ", " + items + " items");
        last = stage;
      }
    }
  }
}
