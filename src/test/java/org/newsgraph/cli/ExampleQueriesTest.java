package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NearDuplicates;
import org.newsgraph.store.NewsStore;

/** Results of every query in the folder "queries" on the sample article. */
class ExampleQueriesTest {
  private static final Path QUERIES = Path.of("queries");

  @TempDir static Path folder;
  @TempDir static Path withRelations;
  private static NewsStore store;

  /** Database with more articles: the sample has no ages, origins or near duplicates. */
  private static NewsStore larger;

  @BeforeAll
  static void build() throws IOException {
    for (Path database : List.of(folder, withRelations)) {
      Files.writeString(
          database.resolve("corrections.csv"),
          "entity,correction,value,article,note,date\nNobody,is called,Somebody,,to have one,\n");
      assertThat(Command.run("build", "seeds", "--db", database.toString()).status()).isZero();
    }
    link(withRelations);
    store = NewsStore.open(folder);
    larger = NewsStore.open(withRelations);
    Provenance provenance = new Provenance("0.1.0", Instant.EPOCH);
    larger.put(ArticleGraph.of(HandMade.ferry(), larger.iris(), provenance, "digest"));
    larger.put(ArticleGraph.of(HandMade.appeal(), larger.iris(), provenance, "digest"));
    larger.put(ArticleGraph.of(HandMade.council(), larger.iris(), provenance, "digest"));
    larger.put(ArticleGraph.of(HandMade.interview(), larger.iris(), provenance, "digest"));
    Extraction wire = new MadeUpCorpus(1).article(0);
    for (String paper : List.of("The Daily Test", "The Evening Test")) {
      larger.put(ArticleGraph.of(in(paper, wire), larger.iris(), provenance, "digest"));
    }
    assertThat(NearDuplicates.mark(larger)).isEqualTo(1);
  }

  private static Extraction in(String paper, Extraction wire) {
    Metadata metadata =
        new Metadata(
            Optional.of("Talks go on"),
            List.of(),
            Optional.of(paper),
            Optional.of("2016-10-13"),
            Optional.empty(),
            Optional.empty());
    return new Extraction(
        new Article(paper, wire.article().text(), metadata),
        wire.mentions(),
        wire.statements(),
        wire.roles());
  }

  private static void link(Path database) throws IOException {
    Path dump = database.resolve("sample-dump.json");
    try (InputStream in = ExampleQueriesTest.class.getResourceAsStream("sample-dump.json")) {
      Files.copy(in, dump);
    }
    for (List<String> command : List.of(List.of("kb", "build", dump.toString()), List.of("link"))) {
      List<String> all = new ArrayList<>(command);
      all.addAll(List.of("--db", database.toString()));
      assertThat(Command.run(all.toArray(String[]::new)).status()).isZero();
    }
  }

  @AfterAll
  static void close() {
    store.close();
    larger.close();
  }

  static Stream<Path> queries() throws IOException {
    try (Stream<Path> files = Files.list(QUERIES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void every_query_says_in_plain_words_what_it_asks_and_runs(Path file) throws IOException {
    assertThat(file.toString()).endsWith(".rq");
    String text = Files.readString(file);
    assertThat(text.lines().findFirst().orElse("")).matches("# [A-Z].*[.?]");
    assertThat(rows(file, larger)).as("an answer to %s", file).isNotEmpty();
  }

  @Test
  void who_said_what_about_whom() {
    assertThat(rows("who-said-what-about-whom"))
        .contains(
            "Chris Nineham | Russia | it would increase ‘hysteria and jingoism that is being whipped"
                + " up at the moment against Russia’",
            "Seumas Milne | Jeremy Corbyn | Mr Corbyn was opposed to all military action in Syria,"
                + " including Russia’s");
  }

  @Test
  void statements_about_aleppo_with_their_speakers() {
    assertThat(rows("statements-about-aleppo"))
        .extracting(row -> row.substring(0, row.lastIndexOf(" | ")))
        .containsExactly("Pablo Marco | Pablo Marco", "The Prime Minister’s spokesman | she");
  }

  @Test
  void reports_of_speech_acts_with_their_articles() {
    assertThat(rows(QUERIES.resolve("who-announced-or-condemned-what.rq"), larger))
        .contains(
            "A minister | announced | a five-step plan | Attack condemned",
            "Ada Novak | condemned | the attack on Aleppo | Attack condemned");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void no_query_takes_a_report_for_a_statement(Path file) {
    if (!file.endsWith("who-announced-or-condemned-what.rq")) {
      assertThat(rows(file, larger)).noneMatch(row -> row.contains("#report="));
      assertThat(rows(file, larger)).noneMatch(row -> row.startsWith("A minister"));
    }
  }

  @Test
  void statements_that_were_not_said_with_their_status() {
    assertThat(rows(QUERIES.resolve("not-said.rq"), larger))
        .extracting(row -> row.substring(0, row.lastIndexOf(" | ")))
        .contains(
            "asked | Ada Novak | asked | whether cranes work",
            "hearsay | Blake | quoted as saying | ropes are wet",
            "not said | Ada Novak | did not say | Aleppo is near",
            "to be said | Blake | will say | boats are late");
  }

  @ParameterizedTest
  @MethodSource("queries")
  void no_other_query_takes_it_for_said(Path file) {
    if (!file.endsWith("not-said.rq")) {
      assertThat(rows(file, larger)).noneMatch(row -> row.contains("Aleppo is near"));
    }
  }

  @Test
  void copies_with_their_papers() {
    assertThat(rows(QUERIES.resolve("copies.rq"), larger))
        .containsExactly(
            "Talks go on | The Daily Test | 2016-10-13 | The Evening Test | 2016-10-13");
  }

  @Test
  void people_by_number_of_statements() {
    assertThat(rows("people-by-number-of-statements"))
        .startsWith("Seumas Milne | 5 | 1")
        .contains("The Prime Minister’s spokesman | 2 | 1", "Brendan Cox | 1 | 1");
  }

  @Test
  void organisations_and_the_people_with_a_role_in_them() {
    assertThat(rows("organisations-and-their-people"))
        .containsExactly(
            "Doctors Without Borders | Pablo Marco | of Doctors Without Borders",
            "Labour Party | Jamie Reed | Labour MP",
            "Labour Party | Jeremy Corbyn | Labour leader",
            "Labour Party | Jo Cox | Labour MP",
            "Labour Party | John Woodcock | Labour MP",
            "Labour Party | Seumas Milne | Labour spin doctor",
            "Stop the War Coalition | Chris Nineham | vice-chairman",
            "Stop the War Coalition | Jeremy Corbyn | chairman");
  }

  @Test
  void what_people_have_corrected_and_why() {
    assertThat(rows("corrections"))
        .singleElement()
        .asString()
        .startsWith("Nobody is called Somebody |")
        .contains("to have one");
  }

  @Test
  void roles_with_the_words_that_they_stand_on() {
    assertThat(rows("roles"))
        .containsExactly(
            "Bashar al-Assad | dictator |  |  | dictator | 1536 | 1544",
            "Chris Nineham | vice-chairman | Stop the War Coalition |  | Its vice- chairman"
                + " | 3347 | 3365",
            "Jamie Reed | Labour MP | Labour Party |  | Labour MP | 1961 | 1970",
            "Jeremy Corbyn | Labour leader | Labour Party |  | Labour leader | 3112 | 3125",
            "Jeremy Corbyn | chairman | Stop the War Coalition |  | was chairman | 3316 | 3328",
            "Jo Cox | Syria campaigner |  |  | Syria campaigner | 1635 | 1651",
            "Jo Cox | Labour MP | Labour Party |  | Labour MP | 1660 | 1669",
            "John Woodcock | Labour MP | Labour Party |  | Labour MPs | 1804 | 1814",
            "Pablo Marco | of Doctors Without Borders | Doctors Without Borders |  | of"
                + " Doctors Without Borders | 4193 | 4219",
            "Pope Francis | Pope |  |  | Pope | 3961 | 3965",
            "Seumas Milne | Labour spin doctor | Labour Party |  | Labour spin doctor | 414 | 432",
            "Vladimir Putin | Russian president |  |  | Russian president | 2820 | 2837");
    assertThat(rows(QUERIES.resolve("roles.rq"), larger))
        .contains("Ada Novak | Sailor |  | 2016-10-13 | Sailors | 0 | 7");
  }

  @Test
  void family_ties_with_the_words_that_they_stand_on() {
    assertThat(rows(QUERIES.resolve("family-ties.rq"), larger))
        .containsExactly(
            "Ada Novak | wife | Kim Day | ferry | wife of Kim Day",
            "Brendan Cox | husband | Jo Cox | 000_aa107be0189a89be"
                + " | husband of Syria campaigner Jo");
  }

  @Test
  void where_people_come_from_and_how_old_they_are() {
    assertThat(rows(QUERIES.resolve("origins-and-ages.rq"), larger))
        .containsExactly(
            "Ada Novak | at home in | Aleppo | 2016-10-13 | lives in Aleppo",
            "Ada Novak | born in | Leeds | 2016-10-13 | Leeds-born",
            "Ada Novak | years old | 43 | 2016-10-13 | 43");
  }

  @Test
  void every_place_with_how_often_it_is_named() {
    assertThat(rows("places"))
        .containsExactly(
            "Russia | 9 | 1",
            "Aleppo | 8 | 1",
            "Syria | 7 | 1",
            "United States | 4 | 1",
            "United Kingdom | 2 | 1",
            "Bustan al-Qasr | 1 | 1");
  }

  @Test
  void the_exact_words_behind_a_fact_stand_at_their_place_in_the_text() {
    assertThat(rows("evidence"))
        .contains(
            "000_aa107be0189a89be | 1720 | 1773 | ‘This isn’t just wrong, it’s absolutely"
                + " disgraceful.’ | Brendan Cox | said");
  }

  @Test
  void who_is_talked_about_but_never_quoted() {
    assertThat(rows("talked-about-never-quoted"))
        .containsExactlyInAnyOrder("Boris Johnson | 1", "Jeremy Corbyn | 1");
  }

  @Test
  void direct_against_indirect_speech_by_speaker() {
    assertThat(rows("direct-and-indirect-by-speaker"))
        .startsWith("Seumas Milne | 2 | 1 | 2")
        .contains("Downing Street | 0 | 0 | 1", "Pope Francis | 0 | 1 | 0");
  }

  @Test
  void speakers_without_a_name() {
    assertThat(rows("unnamed-speakers"))
        .anyMatch(row -> row.startsWith("an Aleppo gravedigger | he ‘envied the dead’ | "))
        .noneMatch(row -> row.startsWith("Seumas Milne"));
  }

  @Test
  void other_names_of_an_entity() {
    assertThat(rows("other-names"))
        .contains("Seumas Milne | Milne", "United Kingdom | Britain | UK");
  }

  @Test
  void articles_with_what_they_hold() {
    assertThat(rows("articles"))
        .singleElement()
        .asString()
        .startsWith("000_aa107be0189a89be | The Corbyn aide who thinks")
        .contains(" | Daily Mail | ")
        .contains("Jason Groves, Larisa Brown");
  }

  @Test
  void the_least_certain_statements_come_first_and_none_is_without_a_doubt() {
    assertThat(rows("least-certain"))
        .extracting(row -> Double.parseDouble(row.substring(0, row.indexOf(' '))))
        .isSorted()
        .allMatch(confidence -> confidence > 0 && confidence < 1);
  }

  @Test
  void statements_with_the_times_at_which_they_were_made() {
    assertThat(rows(QUERIES.resolve("said-on.rq"), larger))
        .containsExactly(
            "2016-10-12 | on Wednesday | Ada Novak | “It stays open” … “and so do we.” |"
                + " 2016-10-13");
  }

  @Test
  void named_together_in_a_statement() {
    assertThat(rows("named-together")).contains("Aleppo | Russia | 1", "Russia | Syria | 1");
  }

  private static List<String> rows(String name) {
    return rows(QUERIES.resolve(name + ".rq"), store);
  }

  /** Returns the rows of a result, their cells joined by " | ", or the triples of a graph. */
  private static List<String> rows(Path file, NewsStore store) {
    Query query = QueryFactory.read(file.toString());
    return store.read(
        dataset -> {
          try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
            if (query.isConstructType()) {
              return run.construct().stream().map(Object::toString).toList();
            }
            Table table = Table.of(ResultSet.adapt(run.select()), query.getPrefixMapping());
            List<String> rows = new ArrayList<>();
            table.rows().forEach(row -> rows.add(String.join(" | ", row)));
            return rows;
          }
        });
  }
}
