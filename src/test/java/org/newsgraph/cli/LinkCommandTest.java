package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.index.KnowledgeBases;
import org.newsgraph.store.NewsStore;

/** Linking of the sample article to a dump of a few real items. */
class LinkCommandTest {
  @TempDir Path temporary;
  private Path database;
  private Path dump;
  private Path lists;

  @BeforeEach
  void sources() throws IOException {
    database = temporary.resolve("data");
    dump = temporary.resolve("sample-dump.json");
    try (InputStream in = LinkCommandTest.class.getResourceAsStream("sample-dump.json")) {
      Files.copy(in, dump);
    }
    lists =
        Files.writeString(
            temporary.resolve("desk.csv"),
            """
            id,label,type,description
            https://example.org/people/7,Jamie Reed,Person,of our own list
            """);
  }

  @Test
  void a_build_links_to_the_knowledge_bases_of_its_database_and_tells_what_they_know() {
    run("kb", "build", dump.toString());
    run("build", "seeds");
    assertThat(ask("entity/Jeremy_Corbyn", "owl:sameAs wd:Q291169")).isTrue();
    assertThat(ask("entity/Jeremy_Corbyn", "wdt:P102 wd:Q9630")).isTrue();
    assertThat(ask("entity/Jeremy_Corbyn", "prov:wasDerivedFrom wd:Q291169")).isTrue();
    assertThat(ask("entity/John_Woodcock_(politician)", "rdfs:label 'John Woodcock'")).isTrue();
    assertThat(
            ask(
                "entity/Aleppo",
                "geo:hasGeometry/geo:asWKT 'POINT(37.16000 36.20000)'^^geo:wktLiteral"))
        .isTrue();
    assertThat(ask("entity/Pablo_Marco", "owl:sameAs ?item")).isFalse();
    assertThat(run("validate").status()).isZero();
  }

  @Test
  void an_article_taken_in_while_serving_is_linked_and_brings_its_facts() {
    run("kb", "build", dump.toString());
    Article article =
        new Article(
            "live",
            new Text("“We will win,” said Jeremy Corbyn, the Labour leader, in London."),
            Metadata.NONE);
    try (NewsStore store = NewsStore.create(database, Optional.empty());
        ArticleLinker linker =
            new ArticleLinker(
                List.copyOf(
                    KnowledgeBases.open(KnowledgeBases.folders(KnowledgeBases.of(database)))),
                EntityLinker.DEFAULT_THRESHOLD)) {
      ServerIngest intake = new ServerIngest(store, linker);
      intake.add(article);
      intake.add(new Article("again", article.text(), article.metadata()));
    }
    assertThat(ask("entity/Jeremy_Corbyn", "owl:sameAs wd:Q291169")).isTrue();
    assertThat(ask("entity/Jeremy_Corbyn", "prov:wasDerivedFrom wd:Q291169")).isTrue();
    Graph taken = everything();
    run(
        "link",
        "--kb",
        "none",
        "--kb",
        KnowledgeBases.of(database).resolve("sample-dump").toString());
    assertThat(everything().isIsomorphicWith(taken)).isTrue();
  }

  @Test
  void linking_again_needs_no_source_and_leaves_nothing_of_another_knowledge_base() {
    run("build", "--kb", "none", "seeds");
    Graph unlinked = everything();
    run("kb", "build", dump.toString());
    Command linked =
        run(
            "link",
            "--kb",
            "none",
            "--kb",
            database.resolve("kb").resolve("sample-dump").toString());
    assertThat(linked.err()).contains("1 article reprocessed; 11 entities are linked");
    Path desk = temporary.resolve("desk");
    run("kb", "add", lists.toString(), "--out", desk.toString());
    run("link", "--kb", "none", "--kb", desk.toString());
    assertThat(ask("entity/Jeremy_Corbyn", "owl:sameAs ?item")).isFalse();
    assertThat(ask("entity/Jeremy_Corbyn", "wdt:P102 ?party")).isFalse();
    assertThat(select("SELECT ?it { ?it owl:sameAs <https://example.org/people/7> }"))
        .singleElement()
        .satisfies(it -> assertThat(it).contains("entity/Jamie_Reed_"));
    run("link", "--kb", "none", "--kb", desk.toString(), "--min-confidence", "1");
    assertThat(everything().isIsomorphicWith(unlinked)).isTrue();
  }

  @Test
  void what_a_person_has_said_is_worth_more_than_a_link() {
    run("kb", "build", dump.toString());
    run("build", "seeds");
    run("entities", "merge", "John Woodcock", "Pablo Marco");
    assertThat(ask("entity/John_Woodcock_(politician)", "?any ?thing")).isFalse();
    run("link");
    assertThat(ask("entity/Pablo_Marco", "a news:Person")).isTrue();
    assertThat(ask("entity/Pablo_Marco", "owl:sameAs ?item")).isFalse();
    run("entities", "rename", "Seumas Milne", "Séumas Milne");
    run("link");
    assertThat(ask("entity/Seumas_Milne", "rdfs:label 'Séumas Milne' ; owl:sameAs wd:Q7456700"))
        .isTrue();
    assertThat(run("validate").status()).isZero();
  }

  @Test
  void extract_tells_the_items_and_on_request_those_that_lost() {
    Path built = temporary.resolve("built");
    run("kb", "build", dump.toString(), "--out", built.toString());
    Command plain = Command.run("extract", "--kb", built.toString(), "seeds");
    assertThat(plain.out()).contains("\"wikidata\":\"Q291169\"").doesNotContain("candidates");
    assertThat(Command.run("extract", "--explain", "--kb", built.toString(), "seeds").out())
        .contains("\"candidates\":[{\"wikidata\":\"Q291169\"");
  }

  @Test
  void a_bar_that_is_none_and_a_folder_without_a_knowledge_base_are_told() {
    run("build", "seeds");
    assertThat(run("link", "--min-confidence", "2"))
        .satisfies(it -> assertThat(it.status()).isEqualTo(Newsgraph.USAGE))
        .satisfies(it -> assertThat(it.err()).contains("between 0 and 1"));
    assertThat(run("link", "--kb", temporary.toString()))
        .satisfies(it -> assertThat(it.status()).isEqualTo(Newsgraph.FAILED))
        .satisfies(it -> assertThat(it.err()).contains("no knowledge base lies here"));
  }

  private Command run(String... command) {
    String[] all = new String[command.length + 2];
    System.arraycopy(command, 0, all, 0, command.length);
    all[command.length] = "--db";
    all[command.length + 1] = database.toString();
    return Command.run(all);
  }

  private boolean ask(String entity, String what) {
    return !select(
            "SELECT ?it { ?it "
                + what
                + " FILTER(STR(?it) = CONCAT('http://localhost:3030/', '"
                + entity
                + "')) }")
        .isEmpty();
  }

  private List<String> select(String query) {
    String prefixes =
        """
        PREFIX news: <https://w3id.org/newsgraph/ontology#>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
        PREFIX wd: <http://www.wikidata.org/entity/>
        PREFIX wdt: <http://www.wikidata.org/prop/direct/>
        """;
    try (NewsStore store = NewsStore.open(database)) {
      return store.read(
          dataset -> {
            try (QueryExec exec =
                QueryExec.dataset(dataset).query(QueryFactory.create(prefixes + query)).build()) {
              return exec.select().materialize().stream()
                  .map(row -> row.get("it").getURI())
                  .distinct()
                  .toList();
            }
          });
    }
  }

  /** Returns all triples of the database, except the times of extraction. */
  private Graph everything() {
    Graph all = GraphFactory.createDefaultGraph();
    try (NewsStore store = NewsStore.open(database)) {
      store.read(
          dataset -> {
            dataset
                .find()
                .forEachRemaining(
                    quad -> {
                      if (!quad.getPredicate().getURI().endsWith("endedAtTime")) {
                        all.add(quad.asTriple());
                      }
                    });
            return all;
          });
    }
    return all;
  }
}
