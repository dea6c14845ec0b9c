package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** The commands on a database, run as from the command line. */
class DatabaseCommandsTest {
  private static final String SAID =
      "PREFIX news: <https://w3id.org/newsgraph/ontology#> "
          + "SELECT ?words ?said { ?s news:speakerText ?words ; news:content ?said } ORDER BY ?said";

  @TempDir Path temporary;
  private Path database;
  private String out;
  private String err;

  @BeforeEach
  void build() {
    database = temporary.resolve("data");
    try (NewsStore store = NewsStore.create(database, Optional.empty())) {
      var provenance = new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));
      store.put(ArticleGraph.of(HandMade.harbour(), store.iris(), provenance, "d1"));
      store.put(ArticleGraph.of(HandMade.market(), store.iris(), provenance, "d2"));
    }
  }

  @Test
  void query_prints_a_table() {
    assertThat(run("query", "-q", SAID)).isZero();
    assertThat(out.lines())
        .containsExactly(
            "words               said",
            "------------------  ------------------------------------",
            "She                 Blake was ‘wrong’ about the Olympics",
            "A docker in Aleppo  the Harbour Party had failed",
            "Ada Novak           ‘Aleppo must not be forgotten.’",
            "Ada Novak           ‘Markets in Aleppo are open’",
            "He                  ‘We wait.’");
    assertThat(err).isEmpty();
  }

  @Test
  void query_prints_every_format() {
    assertThat(run("query", "-q", SAID, "--results", "csv")).isZero();
    assertThat(out).startsWith("words,said\r\nShe,Blake was");
    assertThat(run("query", "-q", SAID, "--results", "tsv")).isZero();
    assertThat(out).startsWith("?words\t?said\n");
    assertThat(run("query", "-q", SAID, "--results", "json")).isZero();
    assertThat(out).contains("\"bindings\"");
    assertThat(run("query", "-q", SAID, "--results", "xml")).isZero();
    assertThat(out).contains("<sparql ");
    assertThat(run("query", "-q", "DESCRIBE ?x { ?x a ?any } LIMIT 1", "--results", "ttl"))
        .isZero();
    assertThat(out).contains(" .");
    assertThat(run("query", "-q", "ASK { ?x ?y ?z }")).isZero();
    assertThat(out).isEqualTo("yes" + System.lineSeparator());
    assertThat(run("query", "-q", "ASK { ?x ?y ?z }", "--results", "json")).isZero();
    assertThat(out).contains("\"boolean\"");
  }

  @Test
  void query_reads_a_file() throws IOException {
    Path file = Files.writeString(temporary.resolve("said.rq"), SAID);
    assertThat(run("query", file.toString(), "--results", "csv")).isZero();
    assertThat(out).contains("Ada Novak");
  }

  @Test
  void a_query_with_a_syntax_error_gets_one_line_that_says_where() throws IOException {
    Path file = Files.writeString(temporary.resolve("bad.rq"), "SELECT *\nWHERE { ?xx ?yy }\n");
    assertThat(run("query", file.toString())).isEqualTo(2);
    assertThat(err.lines())
        .singleElement()
        .asString()
        .contains(file + ": line 2, column 17: this is not SPARQL: unexpected }");
    assertThat(out).isEmpty();
  }

  @Test
  void a_query_with_an_unknown_prefix_gets_one_line() {
    assertThat(run("query", "-q", "SELECT * { ?x news:speaker ?y }")).isEqualTo(2);
    assertThat(err.lines())
        .singleElement()
        .asString()
        .contains("line 1, column 15: this is not SPARQL: Unresolved prefixed name: news:");
    assertThat(run("query", "-q", "SELECT * {")).isEqualTo(2);
    assertThat(err.lines()).singleElement().asString().contains("the query is incomplete");
  }

  @Test
  void a_missing_query_file_and_a_format_that_does_not_fit_get_one_line() {
    assertThat(run("query", "none.rq")).isEqualTo(2);
    assertThat(err.lines())
        .singleElement()
        .asString()
        .contains("none.rq: this file cannot be read");
    assertThat(run("query", "-q", SAID, "--results", "ttl")).isEqualTo(2);
    assertThat(err.lines()).singleElement().asString().contains("for CONSTRUCT and DESCRIBE");
  }

  @Test
  void stats_counts() {
    assertThat(run("stats")).isZero();
    assertThat(out.lines().map(line -> line.strip().replaceAll(" +", " ")))
        .startsWith(
            "articles 2",
            "statements 6",
            "direct 3",
            "mixed 1",
            "indirect 2",
            "reports of speech acts 0")
        .contains("people 3", "places 1", "mentions 10", "roles 1");
  }

  @Test
  void delete_takes_articles_out_by_id_and_by_iri_and_names_the_unknown_ones() {
    assertThat(run("delete", "harbour 1", "nothing")).isEqualTo(1);
    assertThat(err.lines()).singleElement().asString().contains("nothing: no article with this id");
    assertThat(run("delete", "http://localhost:3030/article/market")).isZero();
    assertThat(run("query", "-q", "ASK { ?x ?y ?z }")).isZero();
    assertThat(out).startsWith("no");
  }

  @Test
  void validate_says_that_all_is_well() {
    assertThat(run("validate")).isZero();
    assertThat(out).contains("conforms to the shapes");
  }

  @Test
  void a_database_that_is_not_there_gets_one_line() {
    database = temporary.resolve("none");
    for (String command : List.of("stats", "validate", "serve")) {
      assertThat(run(command)).as(command).isEqualTo(1);
      assertThat(err.lines())
          .singleElement()
          .asString()
          .contains("none: there is no Newsgraph database here")
          .doesNotContain("Exception");
    }
    assertThat(database).doesNotExist();
  }

  @Test
  void serve_on_a_port_in_use_gets_one_line() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(run("serve", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(1);
      assertThat(err.lines())
          .singleElement()
          .asString()
          .contains("port " + taken.getLocalPort() + " is in use");
    }
  }

  @Test
  void serve_trusts_proxies_by_address_only() {
    for (String wrong : List.of("proxy.example.org", "10.0.0.7/16", "10.0.0.7,any")) {
      assertThat(run("serve", "--port", "0", "--trusted-proxy", wrong)).as(wrong).isEqualTo(2);
      assertThat(err).contains("--trusted-proxy", "neither an IP address nor a network");
    }
  }

  @Test
  void a_copy_is_named_to_be_served_and_takes_no_articles() throws IOException {
    Path backup = temporary.resolve("monday.zip");
    assertThat(run("backup", "-o", backup.toString())).isZero();
    database = temporary.resolve("copies/monday");
    assertThat(run("restore", backup.toString())).isZero();
    assertThat(Command.run("swap", database.toString()).status()).isZero();
    assertThat(temporary.resolve("copies/current")).hasContent("monday\n");
    assertThat(run("serve", "--read-only", "seeds", "--port", "0")).isEqualTo(2);
    assertThat(err).contains("articles cannot be added to a read-only copy");
    assertThat(Command.run("swap", temporary.toString()).status()).isEqualTo(1);
  }

  @Test
  void build_with_another_base_gets_one_line_and_changes_nothing() throws IOException {
    Path article = Files.writeString(temporary.resolve("a.txt"), "A title\n\nSome text.\n");
    assertThat(run("build", article.toString(), "--base", "https://example.org/")).isEqualTo(1);
    assertThat(err.lines()).singleElement().asString().contains("was created with the base");
    assertThat(run("build", article.toString(), "--base", "nonsense")).isEqualTo(2);
    assertThat(err.lines()).singleElement().asString().contains("cannot be a base");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--db", database.toString()));
    Command command = Command.run(all.toArray(String[]::new));
    out = command.out();
    err = command.err();
    return command.status();
  }
}
