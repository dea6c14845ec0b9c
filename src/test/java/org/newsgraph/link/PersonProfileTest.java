package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Relation;

final class PersonProfileTest {
  @ParameterizedTest(name = "{0}: born {5}, died {6}, {7}: {8}")
  @CsvSource({
    // case, sex, born, spoke, published; item: born, died, sex; whether they are different people
    "nothing known of the item, FEMALE, 1985, 2020, 2020, , , , false",
    "nothing known of the person, UNKNOWN, , , , 1900, 1950, male, false",
    "the same age, UNKNOWN, 1985, , 2020, 1984-05-01, , , false",
    "a namesake of another age, UNKNOWN, 1999, , 2020, 1950, , , true",
    "born after the article, UNKNOWN, , , 1996, 2001-02-03, , , true",
    "spoke in life, UNKNOWN, , 2019, 2020, 1950, 2019-12-30, , false",
    "spoke after death, UNKNOWN, , 2019, 2020, 1890, 1950, , true",
    "is mentioned after death, UNKNOWN, , , 2020, 1890, 1950, , false",
    "spoke as a baby, UNKNOWN, , 2019, 2020, 2017, , , true",
    "a man of the name, FEMALE, , , 2020, , , male, true",
    "a woman of the name, FEMALE, , , 2020, , , female, false",
    "an ancient namesake, UNKNOWN, 1960, , 2020, -0044, , , true",
  })
  void facts_rule_out_namesakes(
      String name,
      Gender gender,
      Integer bornIn,
      Integer spokeIn,
      Integer published,
      String birth,
      String death,
      String sex,
      boolean different) {
    PersonProfile profile =
        new PersonProfile(
            gender,
            Optional.ofNullable(bornIn),
            Optional.ofNullable(spokeIn),
            Optional.ofNullable(published));
    assertThat(profile.contradicts(facts(birth, death, sex))).as(name).isEqualTo(different);
  }

  @Test
  void knowledge_bases_that_disagree_rule_out_nobody() {
    PersonProfile profile =
        new PersonProfile(Gender.UNKNOWN, Optional.of(1990), Optional.empty(), Optional.of(2020));
    List<Fact> facts =
        Stream.concat(facts("1950", null, null).stream(), facts("1990", null, null).stream())
            .toList();
    assertThat(profile.contradicts(facts)).isFalse();
  }

  @Test
  void a_profile_has_the_sex_of_the_title_and_the_birth_year_of_the_age() {
    Entity person = new Entity("Ilse Brandt", EntityType.PERSON, Set.of(), true);
    String text = "Mrs Brandt, 40, left.";
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of("2015-06-01T10:00:00Z"),
            Optional.empty(),
            Optional.empty());
    Extraction extraction =
        new Extraction(
            new Article("a", new Text(text), metadata, new SourceLocation("a.txt", 1)),
            List.of(new Mention(new Span(0, 10), "Mrs Brandt", EntityType.PERSON, person)),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Relation.Age(person, 40, new Span(12, 14), 1)));
    assertThat(PersonProfile.of(person, extraction))
        .isEqualTo(
            new PersonProfile(
                Gender.FEMALE, Optional.of(1975), Optional.empty(), Optional.of(2015)));
  }

  private static List<Fact> facts(String birth, String death, String sex) {
    return Stream.of(
            Optional.ofNullable(birth).map(it -> new Fact(Fact.Property.BIRTH, new Fact.Date(it))),
            Optional.ofNullable(death).map(it -> new Fact(Fact.Property.DEATH, new Fact.Date(it))),
            Optional.ofNullable(sex)
                .map(
                    it ->
                        new Fact(
                            Fact.Property.GENDER,
                            new Fact.Thing(
                                Item.WIKIDATA + (it.equals("male") ? "Q6581097" : "Q6581072"),
                                it))))
        .flatMap(Optional::stream)
        .toList();
  }
}
