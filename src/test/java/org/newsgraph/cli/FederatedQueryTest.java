package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Federated queries on a linked graph and an endpoint with a part of Wikidata. */
final class FederatedQueryTest {
  /** Excerpt from Wikidata: facts about items, and their names in other languages. */
  private static final String WIKIDATA =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      wd:Q291169 rdfs:label "Джереми Корбин"@ru ; wdt:P569 "1949-05-26" .
      wd:Q41183 rdfs:label "حلب"@ar ; wdt:P17 wd:Q858 .
      wd:Q858 rdfs:label "Syrien"@de .
      """;

  private static final String QUESTION =
      """
      PREFIX news: <https://w3id.org/newsgraph/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      SELECT ?place ?country WHERE {
        ?it a news:Place ; rdfs:label ?place ; owl:sameAs ?item .
        SERVICE <%s> {
          ?item wdt:P17/rdfs:label ?country . FILTER(LANG(?country) = "de")
        }
      }
      """;

  @TempDir private Path temporary;

  @Test
  void what_the_graph_does_not_know_another_endpoint_adds() throws IOException {
    String database = temporary.resolve("data").toString();
    Path dump = temporary.resolve("sample-dump.json");
    try (InputStream in = FederatedQueryTest.class.getResourceAsStream("sample-dump.json")) {
      Files.copy(in, dump);
    }
    Command.run("kb", "build", dump.toString(), "--db", database);
    Command.run("build", "seeds", "--db", database);
    DatasetGraph pieces = DatasetGraphFactory.createTxnMem();
    pieces.executeWrite(
        () ->
            RDFDataMgr.read(
                pieces,
                new ByteArrayInputStream(WIKIDATA.getBytes(StandardCharsets.UTF_8)),
                Lang.TURTLE));
    FusekiServer wikidata =
        FusekiServer.create().port(0).loopback(true).add("/wikidata", pieces).build().start();
    try {
      String question = QUESTION.formatted(wikidata.datasetURL("/wikidata"));
      Command answer = Command.run("query", "-q", question, "--results", "csv", "--db", database);
      assertThat(answer.err()).isEmpty();
      assertThat(answer.out()).isEqualToIgnoringNewLines("place,countryAleppo,Syrien");
    } finally {
      wikidata.stop();
    }
  }
}
