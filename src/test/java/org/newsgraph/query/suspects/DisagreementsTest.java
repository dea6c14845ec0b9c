package org.newsgraph.query.suspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.newsgraph.query.suspects.Evidence.Trait;

class DisagreementsTest {
  private static Evidence told(String article, String date, Trait kind, String value) {
    Optional<LocalDate> day =
        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    return new Evidence(article, day, kind, value, value);
  }

  private static List<Trait> disagree(Evidence... told) {
    return Disagreements.of(List.of(told)).stream().map(Disagreement::kind).toList();
  }

  @Test
  void ages_of_dated_articles_tell_the_year_of_birth_and_may_differ_by_one() {
    assertThat(
            disagree(
                told("a", "2010-05-01", Trait.AGE, "40"), told("b", "2020-04-01", Trait.AGE, "49")))
        .isEmpty();
    assertThat(
            disagree(
                told("a", "2010-05-01", Trait.AGE, "40"), told("b", "2020-04-01", Trait.AGE, "40")))
        .containsExactly(Trait.AGE);
  }

  @Test
  void ages_of_undated_articles_may_differ_by_fifteen_years() {
    assertThat(disagree(told("a", "", Trait.AGE, "40"), told("b", "", Trait.AGE, "55"))).isEmpty();
    assertThat(disagree(told("a", "", Trait.AGE, "40"), told("b", "", Trait.AGE, "56")))
        .containsExactly(Trait.AGE);
    assertThat(disagree(told("a", "2010-05-01", Trait.AGE, "20"), told("b", "", Trait.AGE, "70")))
        .containsExactly(Trait.AGE);
  }

  @Test
  void two_parties_at_one_time_are_two_people_but_who_changes_the_party_is_one() {
    assertThat(
            disagree(
                told("a", "2016-01-01", Trait.PARTY, "Labour"),
                told("b", "2016-06-01", Trait.PARTY, "Conservative")))
        .containsExactly(Trait.PARTY);
    assertThat(
            disagree(
                told("a", "2006-01-01", Trait.PARTY, "Labour"),
                told("b", "2016-06-01", Trait.PARTY, "Conservative")))
        .isEmpty();
  }

  @Test
  void a_politician_is_no_footballer_but_may_be_a_lawyer() {
    assertThat(
            disagree(told("a", "", Trait.FIELD, "politics"), told("b", "", Trait.FIELD, "sport")))
        .containsExactly(Trait.FIELD);
    assertThat(disagree(told("a", "", Trait.FIELD, "politics"), told("b", "", Trait.FIELD, "law")))
        .isEmpty();
  }

  @Test
  void one_article_does_not_disagree_with_itself() {
    assertThat(disagree(told("a", "", Trait.BASE, "London"), told("a", "", Trait.BASE, "Paris")))
        .isEmpty();
  }

  @Test
  void the_strongest_disagreement_comes_first() {
    assertThat(
            disagree(
                told("a", "", Trait.BASE, "London"),
                told("b", "", Trait.BASE, "Paris"),
                told("a", "", Trait.GENDER, "f"),
                told("b", "", Trait.GENDER, "m")))
        .containsExactly(Trait.GENDER, Trait.BASE);
  }

  @Test
  void a_role_that_is_past_belongs_to_no_field_of_today() {
    assertThat(OccupationFields.isPresent("former footballer")).isFalse();
    assertThat(OccupationFields.isPresent("ex-footballer")).isFalse();
    assertThat(OccupationFields.isPresent("was chairman")).isFalse();
    assertThat(OccupationFields.isPresent("Labour MP")).isTrue();
  }

  @Test
  void a_field_is_told_by_the_noun_of_the_role_and_a_party_by_any_word() {
    assertThat(OccupationFields.fieldOf("Labour MP for Hull")).contains("politics");
    assertThat(OccupationFields.fieldOf("minister for sport")).contains("politics");
    assertThat(OccupationFields.fieldOf("Chelsea striker")).contains("sport");
    assertThat(OccupationFields.fieldOf("friend")).isEmpty();
    assertThat(OccupationFields.partyOf("Labour MP")).contains("Labour");
    assertThat(OccupationFields.partyOf("labour expert")).isEmpty();
  }

  @Property(tries = 200)
  void the_order_of_the_articles_does_not_matter(
      @ForAll List<@IntRange(min = 1, max = 110) Integer> ages, @ForAll Random random) {
    List<Evidence> told = new ArrayList<>();
    for (int i = 0; i < ages.size(); i++) {
      told.add(told("a" + i, "2016-01-01", Trait.AGE, Integer.toString(ages.get(i))));
    }
    List<Evidence> shuffled = new ArrayList<>(told);
    Collections.shuffle(shuffled, random);
    assertThat(Disagreements.of(shuffled).size()).isEqualTo(Disagreements.of(told).size());
  }
}
