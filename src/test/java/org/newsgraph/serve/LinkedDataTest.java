package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every IRI of the graph can be dereferenced. */
class LinkedDataTest {
  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, Turtle",
    "application/n-triples, N-Triples",
    "application/rdf+xml, RDF/XML",
    "application/ld+json, JSON-LD"
  })
  void an_article_comes_in_every_form_of_rdf_with_the_same_facts(String type, String language)
      throws Exception {
    var answer = served.get("article/harbour%201", "Accept", type);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept");
    Graph told = graph(answer, RDFLanguages.nameToLang(language));
    Graph stored =
        served.store.read(
            dataset -> {
              var copy = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
              org.apache.jena.graph.GraphUtil.addInto(
                  copy, dataset.getGraph(served.store.iris().article("harbour 1")));
              return copy;
            });
    if (language.equals("JSON-LD")) {
      stored
          .find()
          .forEachRemaining(triple -> assertThat(told.contains(triple)).as("%s", triple).isTrue());
      assertThat(answer.body())
          .contains("schema:NewsArticle", "schema:Quotation", "schema:Person", "\"label\"");
    } else {
      assertThat(told.isIsomorphicWith(stored)).isTrue();
    }
  }

  @Test
  void a_person_is_no_document_and_sends_on_to_one() throws Exception {
    var answer = served.get("entity/Ada_Novak", "Accept", "text/turtle");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/entity/Ada_Novak.ttl");
    var document = served.get("entity/Ada_Novak.ttl");
    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.body()).contains("Ada Novak", "news:hasRole", "must not be forgotten");
    assertThat(document.headers().firstValue("Link").orElse("")).contains("rel=\"alternate\"");
  }

  @Test
  void a_browser_gets_pages_that_lead_on() throws Exception {
    var entity = served.get("entity/Ada_Novak.html");
    assertThat(entity.body()).contains("<h1>Ada Novak</h1>", "/article/harbour%201#statement=");
    var article = served.get("article/harbour%201", "Accept", "text/html,*/*;q=0.8");
    assertThat(article.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(article.body()).contains("id=\"statement=", "href=\"/entity/Aleppo\"");
  }

  @Test
  void what_has_not_changed_is_not_sent_again() throws Exception {
    var first = served.get("article/harbour%201.ttl");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    var second = served.get("article/harbour%201.ttl", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(served.get("article/harbour%201.nt", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "ontology, news:speaker",
    "software/newsgraph/0.1.0, Newsgraph 0.1.0",
    ".well-known/void, void#Dataset",
    "news/sparql, sparql-service-description#"
  })
  void whatever_else_has_an_address_tells_of_itself(String path, String what) throws Exception {
    var answer = served.get(path, "Accept", "application/n-triples");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(what.replace("news:", "newsgraph/ontology#"));
    assertThat(graph(answer, Lang.NTRIPLES).isEmpty()).isFalse();
  }

  @Test
  void void_counts_what_is_there() throws Exception {
    Graph told = graph(served.get(".well-known/void", "Accept", "text/turtle"), Lang.TURTLE);
    long triples =
        served.store.read(
            dataset -> {
              try (var run =
                  org.apache.jena.sparql.exec.QueryExec.dataset(dataset)
                      .query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
                      .build()) {
                return ((Number) run.select().next().get("n").getLiteralValue()).longValue();
              }
            });
    assertThat(told.stream().map(it -> it.toString()))
        .anyMatch(it -> it.contains("void#triples") && it.contains("\"" + triples + "\""))
        .anyMatch(it -> it.contains("void#documents") && it.contains("\"2\""));
  }

  @Test
  void a_form_that_there_is_not_is_not_acceptable() throws Exception {
    assertThat(served.get("article/harbour%201", "Accept", "image/png").statusCode())
        .isEqualTo(406);
  }

  @Test
  void answers_are_compressed_for_those_who_can_unpack() throws Exception {
    var answer = served.get("article/harbour%201.ttl", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  private static Graph graph(HttpResponse<String> answer, Lang language) {
    return RDFParser.fromString(answer.body(), language).base("http://x/").toGraph();
  }
}
