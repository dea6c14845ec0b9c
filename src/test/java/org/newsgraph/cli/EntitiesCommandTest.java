package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.store.NewsStore;

/** Corrections of the graph of two articles, by command and by editing the file. */
class EntitiesCommandTest {
  private static final String SAMPLE = "000_aa107be0189a89be";

  @TempDir Path temporary;
  private Path database;
  private Path storm;
  private String out;
  private String err;

  @BeforeEach
  void build() throws IOException {
    database = temporary.resolve("data");
    storm = temporary.resolve("storm.txt");
    Files.writeString(
        storm,
        "Storm hits town\n\nJohn Woodcock said: “It was a terrible night.” Milne was away.\n");
    assertThat(run("build", "seeds", storm.toString())).isZero();
    assertThat(err).contains("2 new");
  }

  @Test
  void a_merge_whose_line_is_deleted_by_hand_leaves_the_graph_as_it_was() throws IOException {
    Graph before = everything();
    assertThat(run("entities", "merge", "John Woodcock", "Jamie Reed", "--note", "a test"))
        .isZero();
    assertThat(out.strip())
        .isEqualTo("merged John Woodcock into Jamie Reed; 2 articles reprocessed");
    assertThat(err).isEmpty();
    assertThat(everything().isIsomorphicWith(before)).isFalse();
    assertThat(ask("entity/John_Woodcock")).isFalse();
    assertThat(run("validate")).isZero();

    List<String> lines = Files.readAllLines(file());
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).startsWith("John Woodcock,same as,Jamie Reed,,a test,");
    Files.writeString(file(), lines.get(0) + "\n");
    assertThat(run("build", "seeds", storm.toString())).isZero();
    assertThat(err)
        .contains("the corrections have changed; 2 articles reprocessed")
        .contains("0 new, 0 changed, 2 unchanged, 0 failed");
    assertThat(everything().isIsomorphicWith(before)).isTrue();
  }

  @Test
  void a_split_takes_a_merge_back_and_a_changed_article_follows_the_corrections()
      throws IOException {
    Graph before = everything();
    run("entities", "merge", "John Woodcock", "Jamie Reed");
    assertThat(run("entities", "merge", "John Woodcock", "Jamie Reed")).isEqualTo(2);
    assertThat(err).contains("are already one entity");
    assertThat(run("entities", "split", "John Woodcock", "Seumas Milne")).isEqualTo(2);
    assertThat(err).contains("corrections that apply: John Woodcock is the same as Jamie Reed");
    assertThat(run("entities", "split", "John Woodcock", "Jamie Reed")).isZero();
    assertThat(out).contains("are two entities again; 2 articles reprocessed");
    assertThat(everything().isIsomorphicWith(before)).isTrue();

    run("entities", "merge", "John Woodcock", "Jamie Reed");
    Files.writeString(storm, "Calm\n\nJohn Woodcock said: “It is over.”\n");
    assertThat(run("build", storm.toString())).isZero();
    assertThat(err).isEqualToIgnoringNewLines("newsgraph: 0 new, 1 changed, 0 unchanged, 0 failed");
    assertThat(ask("entity/John_Woodcock")).isFalse();
  }

  @Test
  void an_article_can_mean_another_of_the_name() throws IOException {
    assertThat(
            run(
                "entities",
                "split",
                "John Woodcock",
                "--article",
                "storm",
                "--as",
                "John Woodcock (farmer)"))
        .isZero();
    assertThat(out).contains("split John Woodcock in one article; 1 article reprocessed");
    assertThat(ask("entity/John_Woodcock_(farmer)")).isTrue();
    assertThat(ask("entity/John_Woodcock")).isTrue();
    assertThat(run("entities", "show", "John Woodcock (farmer)")).isZero();
    assertThat(out).contains("other names   John Woodcock").contains("storm  Storm hits town");
    assertThat(run("entities", "split", "John Woodcock", "--article", "storm")).isEqualTo(2);
    assertThat(err).contains("no article \"storm\" mentions \"John Woodcock\"");
    assertThat(run("entities", "split", "John Woodcock")).isEqualTo(2);
    assertThat(run("validate")).isZero();
  }

  @Test
  void a_new_name_is_shown_and_the_old_one_still_finds_it() {
    assertThat(run("entities", "rename", "seumas milne", "Seumas  Milne (aide)")).isZero();
    assertThat(out).contains("renamed Seumas Milne to Seumas Milne (aide); 1 article reprocessed");
    run("entities", "rename", "Seumas Milne", "S. Milne");
    assertThat(run("entities", "show", "S. MILNE")).isZero();
    assertThat(out)
        .startsWith("S. Milne")
        .contains("http://localhost:3030/entity/Seumas_Milne")
        .contains("type          Person")
        .contains("Labour spin doctor (" + SAMPLE + ")")
        .contains("statements    5")
        .contains("Seumas Milne is called S. Milne")
        .doesNotContain("(aide)");
    assertThat(run("validate")).isZero();
  }

  @Test
  void what_is_no_entity_is_forgotten_and_its_statements_stay() {
    String said = "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/newsgraph/ontology#content> ?c }";
    run("query", "-q", said, "--results", "csv");
    String statements = out;
    assertThat(run("entities", "forget", "Downing Street")).isZero();
    assertThat(out).contains("removed Downing Street; 1 article reprocessed");
    run("query", "-q", said, "--results", "csv");
    assertThat(out).isEqualTo(statements);
    assertThat(run("entities", "show", "Downing Street")).isEqualTo(2);
    assertThat(err).contains("a correction states that Downing Street is no entity; to undo it");
    assertThat(run("validate")).isZero();
  }

  @Test
  void an_unknown_name_gets_one_line_with_names_like_it_and_the_file_stays_away() {
    assertThat(run("entities", "merge", "Jon Woodcok", "Jamie Reed")).isEqualTo(2);
    assertThat(err.lines())
        .singleElement()
        .asString()
        .contains("there is no entity \"Jon Woodcok\"")
        .contains("did you mean John Woodcock");
    assertThat(run("entities", "forget", "https://example.org/entity/x")).isEqualTo(2);
    assertThat(err.lines()).singleElement().asString().contains("not an entity of this database");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_name_that_several_have_is_not_guessed() {
    // The short article names only "Milne"; in the long one, it is a second name of Seumas Milne.
    assertThat(run("entities", "forget", "Milne")).isEqualTo(2);
    assertThat(err.lines())
        .singleElement()
        .asString()
        .contains("can mean 2 entities")
        .contains("article/storm#entity=Milne entity/Seumas_Milne");
    assertThat(run("entities", "show", "milne")).isZero();
    assertThat(out).contains("  article/storm#entity=Milne").contains("  entity/Seumas_Milne");
    assertThat(run("entities", "merge", "article/storm#entity=Milne", "Seumas Milne")).isZero();
    assertThat(out).contains("1 article reprocessed");
  }

  @Test
  void a_broken_line_stops_every_command_that_would_follow_it_with_one_line() throws IOException {
    Graph before = everything();
    Files.writeString(file(), "entity,correction,value\n");
    for (String[] command :
        List.of(
            new String[] {"build", "seeds"},
            new String[] {"entities", "forget", "Russia"},
            new String[] {"entities", "show", "Russia"})) {
      assertThat(run(command)).isEqualTo(1);
      assertThat(err.lines())
          .singleElement()
          .asString()
          .contains("corrections.csv: line 1: the columns are not named")
          .doesNotContain("Exception");
    }
    assertThat(everything().isIsomorphicWith(before)).isTrue();
  }

  @Test
  void while_another_has_the_database_the_file_is_not_touched() {
    try (NewsStore store = NewsStore.open(database)) {
      assertThat(store.digest("storm")).isPresent();
      assertThat(run("entities", "forget", "Russia")).isEqualTo(1);
      assertThat(err.lines()).singleElement().asString().contains("already open");
      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void without_a_command_the_commands_are_listed() {
    Command listed = Command.run("entities");
    assertThat(listed.status()).isZero();
    assertThat(listed.out()).contains("merge", "split", "rename", "forget", "show", "Example:");
  }

  private Path file() {
    return database.resolve("corrections.csv");
  }

  private boolean ask(String entity) {
    run("query", "-q", "ASK { <http://localhost:3030/" + entity + "> ?p ?o }");
    return out.startsWith("yes");
  }

  private Graph everything() {
    try (NewsStore store = NewsStore.open(database)) {
      return store.read(
          dataset -> {
            Graph graph = GraphFactory.createDefaultGraph();
            dataset
                .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> graph.add(quad.asTriple()));
            return graph;
          });
    }
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
