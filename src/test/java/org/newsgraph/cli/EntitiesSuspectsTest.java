package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.Role;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.query.suspects.Disagreement;
import org.newsgraph.query.suspects.Evidence.Trait;
import org.newsgraph.query.suspects.Suspect;
import org.newsgraph.query.suspects.Suspects;
import org.newsgraph.store.NewsStore;

/** Detection of people who may be two people, in a database of articles made by hand. */
class EntitiesSuspectsTest {
  private static final Entity MASON = person("Robert Mason");
  private static final Entity CARTER = person("Helen Carter");

  @TempDir Path folder;

  private static Entity person(String name) {
    return new Entity(name, EntityType.PERSON, Set.of(), true);
  }

  /** Returns the extraction of an article "ROLE NAME, AGE, spoke." with its role and its age. */
  private static Extraction article(String id, String date, String role, Entity who, int age) {
    String text = role + " " + who.name() + ", " + age + ", spoke.";
    int name = role.length() + 1;
    int number = text.indexOf(", ") + 2;
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(date),
            Optional.empty(),
            Optional.empty());
    Span span = new Span(name, name + who.name().length());
    return new Extraction(
        new Article(id, new Text(text), metadata),
        List.of(new Mention(span, who.name(), EntityType.PERSON, who)),
        List.of(),
        List.of(),
        List.of(new Role(who, role, Optional.empty(), new Span(0, role.length()), 0.9)),
        List.of(
            new Relation.Age(
                who, age, new Span(number, number + Integer.toString(age).length()), 0.9)));
  }

  private void put(Extraction... articles) {
    try (NewsStore store = NewsStore.create(folder, Optional.empty())) {
      for (Extraction article : articles) {
        Provenance provenance = new Provenance("0.1.0", Instant.EPOCH);
        store.put(ArticleGraph.of(article, store.iris(), provenance, "digest"));
      }
    }
  }

  private List<Suspect> suspects() {
    try (NewsStore store = NewsStore.open(folder)) {
      return Suspects.of(store);
    }
  }

  @Test
  void a_labour_mp_and_a_striker_of_one_name_and_of_other_ages_are_suspects() {
    put(
        article("commons", "2016-10-13", "Labour MP", MASON, 52),
        article("match", "2016-11-02", "Chelsea striker", MASON, 23),
        article("court", "2016-11", "lawyer", CARTER, 44),
        article("trial", "2017", "lawyer", CARTER, 45));
    assertThat(suspects())
        .singleElement()
        .satisfies(
            suspect -> {
              assertThat(suspect.name()).isEqualTo("Robert Mason");
              assertThat(suspect.strength()).isBetween(0.95, 1.0);
              assertThat(suspect.disagreements())
                  .extracting(Disagreement::kind)
                  .containsExactly(Trait.AGE, Trait.FIELD);
            });
  }

  @Test
  void mr_and_mrs_are_two() {
    put(
        article("one", "2016-10-13", "Mr", MASON, 52),
        article("two", "2016-10-13", "Mrs", MASON, 52));
    assertThat(suspects())
        .flatExtracting(Suspect::disagreements)
        .extracting(Disagreement::kind)
        .containsExactly(Trait.GENDER);
  }

  @Test
  void the_command_shows_each_side_with_its_articles_dates_and_words() {
    put(
        article("commons", "2016-10-13", "Labour MP", MASON, 52),
        article("match", "2016-11-02", "Chelsea striker", MASON, 23));
    Command run = Command.run("entities", "suspects", "--db", folder.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            Robert Mason  <http://localhost:3030/entity/Robert_Mason>  0.97
              age
                commons (2016-10-13): “52”
                against
                match (2016-11-02): “23”
              field
                commons (2016-10-13): politics, “Labour MP”
                against
                match (2016-11-02): sport, “Chelsea striker”

            """);
  }

  @Test
  void no_more_than_the_limit_are_listed_and_the_others_are_counted() {
    put(
        article("a", "2016-10-13", "MP", MASON, 52),
        article("b", "2016-11-02", "striker", MASON, 23),
        article("c", "2016-10-13", "MP", CARTER, 52),
        article("d", "2016-11-02", "MP", CARTER, 23));
    Command run = Command.run("entities", "suspects", "--limit", "1", "--db", folder.toString());
    assertThat(run.out())
        .startsWith("Robert Mason")
        .contains("and 1 more")
        .doesNotContain("Carter");
  }

  @Test
  void where_all_agree_it_says_so() {
    put(article("a", "2016-10-13", "MP", MASON, 52));
    Command run = Command.run("entities", "suspects", "--db", folder.toString());
    assertThat(run.out()).isEqualToNormalizingNewlines("No articles conflict about a person.\n");
    assertThat(Command.run("entities", "suspects", "--limit", "0").status()).isEqualTo(2);
  }
}
