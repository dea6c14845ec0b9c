package org.newsgraph.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** Tests that the text index agrees with the database in all circumstances. */
class TransactionalTextIndexTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));

  private static final String PREFIXES =
      """
      PREFIX news: <https://w3id.org/newsgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX text: <http://jena.apache.org/text#>
      """;

  @TempDir Path folder;
  private NewsStore store;

  @BeforeEach
  void open() {
    store = NewsStore.create(folder, Optional.empty());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void words_are_found_by_their_stem_in_any_case_and_without_accents() {
    put(HandMade.harbour());
    for (String words : List.of("forgotten", "FORGOTTEN", "forgótten")) {
      assertThat(subjects("(news:content \"" + words + "\")")).as(words).hasSize(1);
    }
    assertThat(subjects("(dcterms:title \"talk stalls\")")).hasSize(1);
  }

  @Test
  void a_report_is_found_by_the_words_of_its_topic() {
    put(HandMade.appeal());
    assertThat(subjects("(news:topic \"attacks\")"))
        .singleElement()
        .asString()
        .endsWith("article/appeal#report=20,40");
    store.delete("appeal");
    assertThat(subjects("(news:topic \"attacks\")")).isEmpty();
    assertAgrees();
  }

  @Test
  void a_name_that_many_articles_give_is_one_hit() {
    put(HandMade.harbour());
    put(HandMade.market());
    put(HandMade.ferry());
    assertThat(subjects("\"Ada Novak\""))
        .filteredOn(it -> it.endsWith("entity/Ada_Novak"))
        .hasSize(1);
  }

  @Test
  void hits_are_shown_with_the_words_that_were_found() {
    put(HandMade.harbour());
    assertThat(
            rows(
                "SELECT ?x { (?s ?score ?x) text:query (news:content \"forget\" \"highlight:s:<b>|e:</b>\") }"))
        .isEmpty();
    assertThat(
            rows(
                "SELECT ?x { (?s ?score ?x) text:query (news:content \"forgotten\" \"highlight:s:<b>|e:</b>\") }"))
        .singleElement()
        .asString()
        .contains("<b>forgotten</b>");
  }

  @Test
  void an_article_that_is_replaced_takes_its_old_words_with_it() {
    put(HandMade.harbour());
    Extraction harbour = HandMade.harbour();
    store.put(
        ArticleGraph.of(
            new Extraction(harbour.article(), List.of(), List.of(), List.of()),
            store.iris(),
            PROVENANCE,
            "d2"));
    assertThat(subjects("(news:content \"forgotten\")")).isEmpty();
    assertThat(subjects("(dcterms:title \"talks\")")).hasSize(1);
    assertAgrees();
  }

  @Test
  void a_name_stays_as_long_as_one_article_gives_it() {
    put(HandMade.harbour());
    put(HandMade.ferry());
    store.delete("harbour 1");
    assertThat(subjects("\"Novak\"")).filteredOn(it -> it.endsWith("entity/Ada_Novak")).hasSize(1);
    store.delete("ferry");
    assertThat(subjects("\"Novak\"")).isEmpty();
    assertAgrees();
  }

  @Test
  void every_kind_of_update_is_followed() {
    put(HandMade.harbour());
    for (String update :
        List.of(
            "INSERT DATA { GRAPH <urn:g> { <urn:a> rdfs:label 'zebra' . <urn:b> rdfs:label 'zebra' } }",
            "DELETE DATA { GRAPH <urn:g> { <urn:a> rdfs:label 'zebra' } }",
            "DELETE { GRAPH ?g { ?s rdfs:label ?o } } INSERT { GRAPH ?g { ?s rdfs:label 'okapi' } }"
                + " WHERE { GRAPH ?g { ?s rdfs:label ?o FILTER(?o = 'zebra') } }",
            "COPY <urn:g> TO <urn:h>",
            "MOVE <urn:h> TO <urn:i>",
            "ADD <urn:i> TO <urn:g>",
            "CLEAR GRAPH <urn:g>",
            "DROP GRAPH <urn:i>",
            "DROP NAMED",
            "INSERT DATA { <urn:a> rdfs:label 'zebra' }",
            "CLEAR ALL")) {
      update(update);
      assertAgrees();
    }
    assertThat(subjects("\"zebra OR okapi OR novak\"")).isEmpty();
  }

  @Test
  void what_is_taken_back_leaves_no_words() {
    put(HandMade.harbour());
    Txn.exec(
        store.dataset(),
        TxnType.WRITE,
        () -> {
          UpdateExec.dataset(store.dataset())
              .update(PREFIXES + "INSERT DATA { <urn:a> rdfs:label 'zebra' } ; DROP NAMED")
              .execute();
          store.dataset().abort();
        });
    assertThat(subjects("\"zebra\"")).isEmpty();
    assertAgrees();
  }

  @Test
  void compaction_leaves_the_index_right_and_followed() {
    put(HandMade.harbour());
    assertThat(store.compact()).isTrue();
    put(HandMade.market());
    store.delete("harbour 1");
    assertAgrees();
    assertThat(subjects("(news:content \"forgotten\")")).isEmpty();
  }

  @Test
  void it_is_there_again_when_the_database_is_opened_again() {
    put(HandMade.harbour());
    reopen();
    assertThat(subjects("(news:content \"forgotten\")")).hasSize(1);
  }

  @Test
  void a_database_without_an_index_gets_one() throws IOException {
    put(HandMade.harbour());
    put(HandMade.market());
    store.close();
    delete(folder.resolve("text"));
    store = NewsStore.open(folder);
    assertAgrees();
    assertThat(subjects("(news:content \"forgotten\")")).hasSize(1);
  }

  @Test
  void a_damaged_index_is_made_anew() throws IOException {
    put(HandMade.harbour());
    store.close();
    try (var files = Files.list(folder.resolve("text"))) {
      for (Path file :
          files.filter(it -> it.getFileName().toString().startsWith("segments")).toList()) {
        Files.writeString(file, "no index");
      }
    }
    store = NewsStore.open(folder);
    assertAgrees();
    assertThat(subjects("(news:content \"forgotten\")")).hasSize(1);
  }

  @Test
  void an_index_of_another_version_is_made_anew() throws IOException {
    put(HandMade.harbour());
    assertThat(subjects("(news:content \"forgotten\")")).hasSize(1);
    store.close();
    try (var index = FSDirectory.open(folder.resolve("text"));
        var writer = new IndexWriter(index, new IndexWriterConfig())) {
      writer.deleteAll();
      writer.setLiveCommitData(Map.of("newsgraph", "1").entrySet());
    }
    store = NewsStore.open(folder);
    assertThat(subjects("(news:content \"forgotten\")")).hasSize(1);
    assertAgrees();
  }

  @Test
  void what_a_crash_has_left_undone_is_done_at_the_next_start() throws IOException {
    put(HandMade.harbour());
    store.close();
    Path text = folder.resolve("text");
    Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
    copy(text, kept);
    store = NewsStore.open(folder);
    put(HandMade.market());
    store.delete("harbour 1");
    // A crash before the index is on disk leaves the old index and the new journal.
    byte[] notes = Files.readAllBytes(text.resolve("journal"));
    store.close();
    delete(text);
    copy(kept, text);
    Files.write(text.resolve("journal"), notes);
    Files.writeString(
        text.resolve("journal"), "http://localhost:3030/art", StandardOpenOption.APPEND);
    store = NewsStore.open(folder);
    assertAgrees();
    assertThat(subjects("(news:content \"forgotten\")")).isEmpty();
    delete(kept);
  }

  private void put(Extraction extraction) {
    store.put(ArticleGraph.of(extraction, store.iris(), PROVENANCE, "d1"));
  }

  private void reopen() {
    store.close();
    store = NewsStore.open(folder);
  }

  private void update(String update) {
    Txn.executeWrite(
        store.dataset(),
        () -> UpdateExec.dataset(store.dataset()).update(PREFIXES + update).execute());
  }

  /** Checks that exactly the values of indexed properties are found. */
  private void assertAgrees() {
    for (String property :
        List.of(
            "rdfs:label",
            "news:content",
            "dcterms:title",
            "news:text",
            "<http://www.w3.org/2004/02/skos/core#altLabel>")) {
      List<String> indexed =
          rows(
              "SELECT ?x { (?s ?score ?l) text:query ("
                  + property
                  + " \"*:*\" 100000) "
                  + "BIND(CONCAT(STR(?s), ' ', STR(?l)) AS ?x) FILTER(BOUND(?l)) }");
      List<String> stored =
          rows(
              "SELECT DISTINCT ?x { ?s "
                  + property
                  + " ?l FILTER(isIRI(?s)"
                  + (property.equals("rdfs:label")
                      ? " && !REGEX(STR(?s), '#(char|statement|role|relation)=|#extraction')"
                      : "")
                  + ") BIND(CONCAT(STR(?s), ' ', STR(?l)) AS ?x) }");
      assertThat(indexed).as(property).containsAll(stored);
    }
  }

  private List<String> subjects(String arguments) {
    return rows("SELECT ?x { ?x text:query " + arguments + " }");
  }

  private List<String> rows(String query) {
    List<String> rows = new ArrayList<>();
    store.read(
        ignored -> {
          try (QueryExec run = QueryExec.dataset(store.dataset()).query(PREFIXES + query).build()) {
            run.select()
                .forEachRemaining(
                    row -> {
                      var x = row.get("x");
                      rows.add(x.isURI() ? x.getURI() : x.getLiteralLexicalForm());
                    });
          }
          return null;
        });
    return rows;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
