package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.link.fetch.FetchEstimate;

final class KbFetchCommandTest {
  private static final String WIKIDATA =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX wikibase: <http://wikiba.se/ontology#>
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      wd:Q7701 rdfs:label "Olga Petersen"@en ; wikibase:sitelinks 600 ; wdt:P31 wd:Q5 .
      wd:Q7702 rdfs:label "Petersen Point"@en ; wikibase:sitelinks 500 ; wdt:P31 wd:Q515 .
      wd:Q7703 rdfs:label "Petersen"@en ; wikibase:sitelinks 3 ; wdt:P31 wd:Q5 .
      """;

  @TempDir private Path folder;

  @Test
  void a_fetched_knowledge_base_is_listed_and_updated() {
    DatasetGraph graph = DatasetGraphFactory.createTxnMem();
    graph.executeWrite(() -> RDFDataMgr.read(graph, new StringReader(WIKIDATA), null, Lang.TURTLE));
    FusekiServer server =
        FusekiServer.create().port(0).loopback(true).add("/wikidata", graph).build().start();
    try {
      String endpoint = server.datasetURL("/wikidata");
      String database = folder.resolve("data").toString();
      Command estimate =
          run("--db", database, "--endpoint", endpoint, "--min-sitelinks", "500", "--estimate");
      assertThat(estimate.err()).contains("2 items of all types have enough site links");
      Command fetched = run("--db", database, "--endpoint", endpoint, "--min-sitelinks", "500");
      assertThat(fetched.err()).contains("wikidata: 2 items, 2 names").contains("fetched 2 items");
      assertThat(fetched.status()).isEqualTo(Newsgraph.OK);
      assertThat(Command.run("kb", "list", "--db", database).out())
          .contains("fetch")
          .contains(", 500+ site links");
      assertThat(Command.run("kb", "show", "Olga Petersen", "--db", database).out())
          .contains("Q7701  Olga Petersen (person)");
      // The service does not say when items were modified, so that they are fetched again.
      assertThat(run("--db", database, "--update").err()).contains("fetched 2 items");
    } finally {
      server.stop();
    }
  }

  @Test
  void invalid_options_are_refused() {
    assertThat(run("--min-sitelinks", "0"))
        .satisfies(it -> assertThat(it.status()).isEqualTo(Newsgraph.USAGE))
        .satisfies(it -> assertThat(it.err()).contains("must be from 1 to 1000"));
    assertThat(run("--endpoint", "sparql").err()).contains("is not a web address");
    assertThat(run("--update", "--out", folder.toString()).err())
        .contains("no fetched knowledge base lies here");
    assertThat(Command.run("kb", "build", "https://example.org/dumps/").err())
        .contains("not the address of a file");
  }

  @Test
  void an_estimate_gives_requests_time_and_size() {
    assertThat(FetchProgress.format(new FetchEstimate(300_000)))
        .isEqualTo(
            "300,000 items of all types have enough site links; fetching them takes at most about"
                + " 626 requests, 31 minutes and 180 MB of disk");
    assertThat(new FetchEstimate(3_000_000).time()).isGreaterThan(Duration.ofHours(4));
  }

  private static Command run(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "kb";
    all[1] = "fetch";
    System.arraycopy(options, 0, all, 2, options.length);
    return Command.run(all);
  }
}
