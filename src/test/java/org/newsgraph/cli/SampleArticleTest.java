package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.NewsServer;
import org.newsgraph.serve.Settings;
import org.newsgraph.store.NewsStore;

/** End-to-end test: the sample article, a database on disk, queries over HTTP. */
class SampleArticleTest {
  private static final String PREFIXES =
      """
      PREFIX news: <https://w3id.org/newsgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void build() {
    assertThat(Command.run("build", "seeds", "--db", shared.toString()))
        .satisfies(run -> assertThat(run.status()).isZero())
        .satisfies(run -> assertThat(run.err()).contains("1 new"));
  }

  /** Runs a query over HTTP and returns the rows of the result, without the header. */
  private static List<String> ask(String question) throws IOException, InterruptedException {
    var settings = Settings.of("127.0.0.1", 0);
    try (NewsStore store = NewsStore.open(shared);
        NewsServer server = NewsServer.start(store, settings)) {
      String query = URLEncoder.encode(PREFIXES + question, StandardCharsets.UTF_8);
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(server.address() + "news/sparql?query=" + query))
                      .header("Accept", "text/tab-separated-values")
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body().lines().skip(1).toList();
    }
  }

  @Test
  void who_called_it_an_absurdity() throws Exception {
    assertThat(
            ask(
                """
                SELECT ?who {
                  ?s news:content ?said ; news:speaker/rdfs:label ?who
                  FILTER CONTAINS(?said, "This absurdity seems like a deliberate provocation")
                }"""))
        .containsExactly("\"John Woodcock\"");
  }

  @Test
  void seumas_milne_made_five_statements() throws Exception {
    assertThat(
            ask(
                """
                SELECT ?begin {
                  ?s news:speaker/rdfs:label "Seumas Milne" ; news:begin ?begin
                } ORDER BY ?begin"""))
        .containsExactly("451", "559", "1144", "1234", "3028");
  }

  @Test
  void the_prime_ministers_spokesman_made_two_the_second_as_she() throws Exception {
    assertThat(
            ask(
                """
                SELECT ?begin ?words {
                  ?s news:speaker/rdfs:label "The Prime Minister’s spokesman" ;
                     news:begin ?begin ; news:speakerText ?words
                } ORDER BY ?begin"""))
        .containsExactly("2241\t\"The Prime Minister’s spokesman\"", "2371\t\"she\"");
  }

  @Test
  void every_fact_leads_to_its_words_in_the_text() throws Exception {
    assertThat(
            ask(
                """
                SELECT ?fact {
                  ?article news:text ?text ; news:statement|news:mention ?fact .
                  ?fact news:begin ?begin ; news:end ?end ; news:exact ?exact
                  FILTER (SUBSTR(?text, ?begin + 1, ?end - ?begin) != ?exact)
                }"""))
        .isEmpty();
  }

  @Test
  void the_title_the_authors_and_the_paper_become_metadata() throws Exception {
    assertThat(
            ask(
                """
                PREFIX dcterms: <http://purl.org/dc/terms/>
                SELECT ?publisher ?author {
                  ?article dcterms:publisher ?publisher ; dcterms:creator ?author
                } ORDER BY ?author"""))
        .containsExactly("\"Daily Mail\"\t\"Jason Groves\"", "\"Daily Mail\"\t\"Larisa Brown\"");
  }

  @Test
  void boilerplate_gives_no_facts() throws Exception {
    assertThat(ask("SELECT ?m { ?m a news:Mention ; news:begin ?b FILTER (?b >= 4400) }"))
        .isEmpty();
  }

  @Test
  void the_graph_has_the_shapes_of_the_ontology() {
    assertThat(Command.run("validate", "--db", shared.toString()).status()).isZero();
  }

  @Test
  void extraction_keeps_the_scores_that_it_has_reached_on_the_sample() {
    String scores =
        Command.run("evaluate", "src/test/resources/org/newsgraph/evaluate/sample.jsonl").out();
    assertThat(score(scores, "entities strict", "f1")).isGreaterThanOrEqualTo(0.98);
    assertThat(score(scores, "identity", "f1")).isGreaterThanOrEqualTo(0.98);
    assertThat(score(scores, "statements direct", "f1")).isEqualTo(1.0);
    assertThat(score(scores, "statements all", "f1")).isGreaterThanOrEqualTo(0.90);
    assertThat(score(scores, "statements speaker name", "accuracy")).isEqualTo(1.0);
  }

  private static double score(String table, String row, String figure) {
    String line = table.lines().filter(it -> it.startsWith(row + "  ")).findFirst().orElseThrow();
    String after = line.substring(line.indexOf(" " + figure + " ") + figure.length() + 2);
    return Double.parseDouble(after.strip().split(" ", 2)[0]);
  }

  @Test
  void a_second_build_does_no_work_and_changes_nothing() {
    Graph before = everything(shared);
    assertThat(Command.run("build", "seeds", "--db", shared.toString()).err())
        .contains("0 new, 0 changed, 1 unchanged");
    assertThat(everything(shared).isIsomorphicWith(before)).isTrue();
  }

  @Test
  void a_changed_article_leaves_nothing_of_the_old_and_a_deleted_one_nothing_at_all()
      throws IOException {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Path one = articles.resolve("one.txt");
    String database = folder.resolve("db").toString();
    Files.writeString(one, "Storm hits town\n\nJohn Woodcock said: “It was a terrible night.”\n");
    Files.writeString(
        articles.resolve("two.txt"), "Calm returns\n\nJohn Woodcock said: “It is over now.”\n");
    assertThat(Command.run("build", articles.toString(), "--db", database).status()).isZero();

    Files.writeString(one, "Storm hits town\n\nJamie Reed said: “It was a lovely night.”\n");
    assertThat(Command.run("build", articles.toString(), "--db", database).err())
        .contains("0 new, 1 changed, 1 unchanged");
    String said =
        "SELECT ?who ?said { ?s <https://w3id.org/newsgraph/ontology#content> ?said ; "
            + "<https://w3id.org/newsgraph/ontology#speakerText> ?who } ORDER BY ?said";
    assertThat(Command.run("query", "-q", said, "--results", "csv", "--db", database).out())
        .isEqualToNormalizingNewlines(
            "who,said\nJohn Woodcock,“It is over now.”\nJamie Reed,“It was a lovely night.”\n");

    assertThat(Command.run("delete", "one", "--db", database).status()).isZero();
    assertThat(everything(Path.of(database)).find(Node.ANY, Node.ANY, Node.ANY).toList())
        .noneMatch(triple -> triple.toString().contains("article/one"))
        .noneMatch(triple -> triple.toString().contains("Reed"))
        .anyMatch(triple -> triple.toString().contains("Woodcock"));
  }

  private static Graph everything(Path database) {
    try (NewsStore store = NewsStore.open(database)) {
      return store.read(
          dataset -> {
            Graph graph = GraphFactory.createDefaultGraph();
            dataset
                .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining((Quad quad) -> graph.add(quad.asTriple()));
            return graph;
          });
    }
  }
}
