package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links chosen on the command line, with the built-in knowledge base. */
class EntitiesLinkCommandTest {
  @TempDir Path folder;
  private Path database;
  private Path articles;

  @BeforeEach
  void build() throws IOException {
    database = folder.resolve("data");
    articles =
        Files.writeString(
            folder.resolve("cars.jsonl"),
            """
            {"id":"plant","text":"Ford will close a plant in Germany. Ford regrets it."}
            {"id":"cars","text":"Ford Motor Company said that sales in Germany rose."}
            """);
    assertThat(run("build", articles.toString()).status()).isZero();
    assertThat(node("Ford")).isEqualTo("entity/Ford_Motor_Company Q44294");
  }

  @Test
  void a_wrong_link_is_corrected_stays_so_and_is_undone() throws IOException {
    assertThat(run("entities", "unlink", "Ford", "--note", "a family").out().strip())
        .isEqualTo("linked Ford to nothing; 1 article reprocessed");
    assertThat(node("Ford")).isEqualTo("entity/Ford ");
    assertThat(node("Ford Motor Company")).isEqualTo("entity/Ford_Motor_Company Q44294");
    assertThat(run("entities", "link", "Ford", "Q53268").out().strip())
        .isEqualTo("linked Ford to Toyota (Q53268); 1 article reprocessed");
    assertThat(node("Ford")).isEqualTo("entity/Toyota Q53268");
    assertThat(Files.readAllLines(database.resolve("corrections.csv")))
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("Ford,is linked to,Q53268 Toyota,,,");
    assertThat(facts("entity/Toyota")).isTrue();

    run("link");
    assertThat(node("Ford")).isEqualTo("entity/Toyota Q53268");
    Path kept = Files.move(database.resolve("corrections.csv"), folder.resolve("kept.csv"));
    database = folder.resolve("rebuilt");
    Files.createDirectory(database);
    Files.move(kept, database.resolve("corrections.csv"));
    run("build", articles.toString());
    assertThat(node("Ford")).isEqualTo("entity/Toyota Q53268");
    assertThat(run("validate").status()).isZero();

    assertThat(run("entities", "link", "Ford", "--undo").out().strip())
        .isEqualTo("the link of Ford is automatic again; 1 article reprocessed");
    assertThat(node("Ford")).isEqualTo("entity/Ford_Motor_Company Q44294");
    assertThat(facts("entity/Toyota")).isFalse();
  }

  @Test
  void a_choice_is_limited_to_an_article_and_a_second_one_replaces_the_first() {
    assertThat(run("entities", "unlink", "Germany", "--in", "cars").out())
        .contains("linked Germany to nothing in one article; 1 article reprocessed");
    assertThat(node("Germany")).isEqualTo("article/cars#entity=Germany entity/Germany Q183");
    assertThat(run("entities", "link", "Ford Motor Company", "Q53268").out())
        .contains("linked Ford Motor Company to Toyota (Q53268); 2 articles reprocessed");
    assertThat(run("entities", "link", "Toyota", "https://www.wikidata.org/wiki/Q44294").out())
        .contains("linked Toyota to Ford Motor Company (Q44294); 2 articles reprocessed");
    assertThat(node("Ford")).isEqualTo("entity/Ford_Motor_Company Q44294");
    assertThat(run("validate").status()).isZero();
  }

  @Test
  void what_is_no_item_no_entity_or_no_article_is_refused() {
    refuse("\"nonsense\" is not an item; give a Wikidata number", "link", "Ford", "nonsense");
    refuse("there is no entity \"Nobody\"", "link", "Nobody", "Q5");
    refuse("no article \"nowhere\" mentions \"Ford\"", "unlink", "Ford", "--in", "nowhere");
    refuse("no article \"cars\" mentions \"Ford\"", "unlink", "Ford", "--in", "cars");
    refuse("Give either the ITEM, or --undo", "link", "Ford");
    refuse("Give either the ITEM, or --undo", "link", "Ford", "Q5", "--undo");
    refuse("no correction chooses the link of \"Ford\"", "link", "Ford", "--undo");
    assertThat(database.resolve("corrections.csv")).doesNotExist();
  }

  private void refuse(String reason, String... args) {
    List<String> all = new ArrayList<>(List.of("entities"));
    all.addAll(Arrays.asList(args));
    Command refused = run(all.toArray(String[]::new));
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains(reason);
  }

  private boolean facts(String entity) {
    return !select("<http://localhost:3030/" + entity + "> prov:wasDerivedFrom ?it").isEmpty();
  }

  /** Returns the entities that articles give a name, and the number of their item. */
  private String node(String name) {
    return select("?it news:nameInArticle '" + name + "' OPTIONAL { ?it owl:sameAs ?same }");
  }

  private String select(String pattern) {
    String query =
        "PREFIX news: <https://w3id.org/newsgraph/ontology#> PREFIX prov:"
            + " <http://www.w3.org/ns/prov#> PREFIX owl: <http://www.w3.org/2002/07/owl#> SELECT"
            + " DISTINCT ?it ?same {"
            + pattern
            + "} ORDER BY ?it";
    return String.join(
        " ",
        run("query", "-q", query, "--results", "csv")
            .out()
            .lines()
            .skip(1)
            .map(
                it ->
                    it.replace("http://localhost:3030/", "")
                        .replace("http://www.wikidata.org/entity/", "")
                        .replaceFirst(",", " "))
            .map(it -> it.startsWith("article") ? it.strip() : it)
            .toList());
  }

  private Command run(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--db", database.toString()));
    return Command.run(all.toArray(String[]::new));
  }
}
