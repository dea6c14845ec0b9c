package org.newsgraph.extract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Role;

class EntitiesTest {
  private static List<String> names(String text) {
    return Extracting.from(text).mentions().stream().map(m -> m.entity().name()).toList();
  }

  @Test
  void a_surname_is_the_person_whose_full_name_the_article_gives_even_later() {
    assertThat(names("Corbyn faced calls to quit. JEREMY Corbyn refused. Mr Corbyn went home."))
        .containsOnly("Jeremy Corbyn");
  }

  @Test
  void a_name_that_an_export_broke_is_mended_in_the_entity_and_not_in_the_text() {
    Extraction found = Extracting.from("The dictator Bashar alAssad spoke. Assad then left Syria.");
    assertThat(found.mentions())
        .filteredOn(mention -> mention.entity().type() == EntityType.PERSON)
        .allSatisfy(m -> assertThat(m.entity().name()).isEqualTo("Bashar al-Assad"))
        .extracting(Mention::text)
        .containsExactly("Bashar alAssad", "Assad");
  }

  @Test
  void a_wife_named_by_her_given_name_is_a_person_of_her_own() {
    Extraction found =
        Extracting.from(
            "Brendan Cox – husband of Syria campaigner Jo, the Labour MP who was shot – spoke"
                + " yesterday. Mr Cox wept.");
    assertThat(found.entities()).extracting(Entity::name).contains("Brendan Cox", "Jo Cox");
    assertThat(found.mentions())
        .filteredOn(mention -> mention.text().equals("Cox"))
        .allSatisfy(m -> assertThat(m.entity().name()).isEqualTo("Brendan Cox"));
  }

  @Test
  void a_surname_alone_stays_inside_its_article() {
    assertThat(Extracting.from("Mr Smith said nothing.").entities())
        .singleElement()
        .satisfies(entity -> assertThat(entity.shared()).isFalse());
  }

  @Test
  void initials_are_the_organisation_that_they_stand_for() {
    assertThat(
            names("The Islamic State claimed the attack. Raids on IS went on in Syria all night."))
        .containsExactly("Islamic State", "Islamic State", "Syria");
  }

  @Test
  void countries_are_one_whatever_they_are_called() {
    assertThat(
            names(
                "Officials from the UK met others from the United States. Britain and the US"
                    + " agreed on a plan for trade."))
        .containsExactlyInAnyOrder(
            "United Kingdom", "United States", "United Kingdom", "United States");
  }

  @Test
  void an_e_mail_address_is_no_part_of_a_name() {
    assertThat(
            names("- By Jason Groves and Larisa Brown j.groves@dailymail.co.uk\n\nAll was quiet."))
        .containsExactly("Jason Groves", "Larisa Brown");
  }

  @Test
  void a_name_that_is_a_call_begins_with_it_and_a_real_call_is_no_name() {
    assertThat(
            Extracting.from("Labour MPs are close to the Stop the War Coalition in Leeds.")
                .mentions())
        .extracting(Mention::text)
        .contains("Stop the War Coalition");
    assertThat(Extracting.from("Save the Labour Party, said Robert Mason.").mentions())
        .extracting(Mention::text)
        .contains("Labour Party");
  }

  @Test
  void roles_tell_the_organisation_and_are_mended() {
    Extraction found =
        Extracting.from(
            "Labour MPs are close to the Stop the War Coalition. Its vice- chairman Chris Nineham"
                + " dismissed the idea. Pablo Marco, of Doctors Without Borders, agreed.");
    assertThat(found.roles())
        .extracting(
            role -> role.person().name(),
            Role::text,
            role -> role.organisation().map(Entity::name).orElse("-"))
        .containsExactly(
            tuple("Chris Nineham", "vice-chairman", "Stop the War Coalition"),
            tuple("Pablo Marco", "of Doctors Without Borders", "Doctors Without Borders"));
  }

  @Test
  void an_office_is_not_an_organisation() {
    assertThat(
            names(
                "Interior and Safety Minister Lee Sang-min met the Minister of Gender Equality and"
                    + " Family, Kim Hyun-sook. The Municipal Chief Executive (MCE) came too, and the"
                    + " MCE left with the MEC."))
        .containsExactly("Lee Sang-min", "Kim Hyun-sook");
  }

  @Test
  void initials_joined_by_a_full_stop_belong_to_the_name() {
    assertThat(names("President of Mongolia U.Khurelsukh received the ambassador on Monday."))
        .containsExactly("Mongolia", "U.Khurelsukh");
  }

  @Test
  void a_quoted_nickname_does_not_split_a_name() {
    assertThat(
            Extracting.from("Former Uruguayan President José “Pepe” Mujica has retired.")
                .mentions())
        .filteredOn(mention -> mention.entity().type() == EntityType.PERSON)
        .extracting(Mention::text)
        .containsExactly("José “Pepe” Mujica");
  }
}
