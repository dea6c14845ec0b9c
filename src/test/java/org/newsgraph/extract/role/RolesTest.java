package org.newsgraph.extract.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.RoleNouns;

class RolesTest {
  /** Returns each role as "person: role" or "person: role @ organisation". */
  private static List<String> roles(String text) {
    return Extracting.from(text).roles().stream()
        .map(
            role ->
                role.person().name()
                    + ": "
                    + role.text()
                    + role.organisation().map(it -> " @ " + it.name()).orElse(""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Russian president Vladimir Putin spoke in Moscow on Friday.          | Vladimir Putin: Russian president
          The former Labour minister Helen Carter resigned on Monday.          | Helen Carter: former Labour minister @ Labour Party
          Police met Sen. Robert Mason on Friday in Ohio.                       | Robert Mason: Sen.
          Attorney General Susan Miller opened the trial on Monday.             | Susan Miller: Attorney General
          Helen Carter, a teacher from Leeds, won the prize on Monday.          | Helen Carter: teacher
          Helen Carter, 43, a nurse, won the prize on Monday.                   | Helen Carter: nurse
          Helen Carter (Labour MP) voted against the bill on Monday.            | Helen Carter: Labour MP @ Labour Party
          Helen Carter, one of 12 Labour MPs who rebelled, left early.          | Helen Carter: Labour MP @ Labour Party
          Helen Carter is the mayor of London, where she grew up.                | Helen Carter: mayor of London
          Helen Carter, who was elected mayor of London last year, agreed.       | Helen Carter: mayor of London
          Robert Mason serves as treasurer of the Labour Party.                 | Robert Mason: treasurer of the Labour Party @ Labour Party
          The board appointed Helen Carter as its chairwoman on Monday.         | Helen Carter: chairwoman
          The party's leader, Helen Carter, resigned on Monday.                 | Helen Carter: party's leader
          """)
  void a_role_is_found_wherever_an_article_tells_it(String text, String role) {
    assertThat(roles(text)).contains(role);
  }

  @Test
  void a_role_in_the_plural_is_everybodys_who_is_named_in_the_row() {
    assertThat(
            roles(
                "Labour is divided. Labour MPs Helen Carter, Robert Mason and Peter Walsh voted"
                    + " against it."))
        .containsExactlyInAnyOrder(
            "Helen Carter: Labour MP @ Labour Party",
            "Robert Mason: Labour MP @ Labour Party",
            "Peter Walsh: Labour MP @ Labour Party");
  }

  @Test
  void who_has_two_roles_gets_both() {
    assertThat(roles("Helen Carter, a former senator and Harvard professor, spoke on Monday."))
        .contains("Helen Carter: former senator", "Helen Carter: Harvard professor @ Harvard");
  }

  @Test
  void an_organisation_in_an_apposition_after_a_role_is_that_of_the_role() {
    assertThat(roles("A note by Odile Farrant, treasurer, Marsden Research:\n\n“It leaks.”"))
        .containsExactly("Odile Farrant: treasurer @ Marsden Research");
    assertThat(roles("Odile Farrant, director, Marsden Water Board, said it leaked."))
        .contains("Odile Farrant: director @ Marsden Water Board");
  }

  @Test
  void he_of_a_clause_is_the_one_told_of_before() {
    assertThat(
            roles(
                "Robert Mason defended the union. He was secretary of the Labour Party until last"
                    + " year."))
        .containsExactly("Robert Mason: secretary of the Labour Party @ Labour Party");
  }

  @Test
  void who_is_called_by_the_office_alone_is_the_one_told_of_before() {
    assertThat(
            roles(
                "Mr Mason was opposed to the plan.\n\nBut the Labour leader has ducked all"
                    + " questions about it.\n\nRobert Mason declined to comment."))
        .contains("Robert Mason: Labour leader @ Labour Party");
  }

  @Test
  void a_party_s_nominee_is_the_one_told_of_before_unless_another_is_that() {
    String told = "Robert Mason left Ohio in a hurry.\n\nThe Republican nominee has ducked all";
    assertThat(roles(told + " questions about it.")).contains("Robert Mason: Republican nominee");
    assertThat(roles("GOP nominee Helen Carter is in Iowa.\n\n" + told + " questions about it."))
        .noneMatch(it -> it.startsWith("Robert Mason: Republican nominee"));
  }

  @Test
  void a_role_told_by_a_verb_stands_on_the_verb_too() {
    Extraction found = Extracting.from("Helen Carter was mayor of London for ten years.");
    assertThat(found.roles())
        .extracting(role -> found.article().text().substring(role.span()))
        .containsExactly("was mayor of London");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Helen Carter is a great leader, and everybody in Leeds knows it.",
        "If Helen Carter is mayor next year, the bridge will be built.",
        "Many in Leeds think Robert Mason is the mayor of the town.",
        "Robert Mason, a top aide said, would not come to Leeds.",
        "The guards were seen grabbing Robert Mason by the arm on Monday.",
        "Robert Mason, critics say, has failed the people of Leeds.",
        "Brendan Cox, the husband of Jo Cox, spoke in Leeds on Monday.",
      })
  void what_tells_no_role_gives_none(String text) {
    assertThat(roles(text)).isEmpty();
  }

  @Test
  void what_stands_in_quotation_marks_is_an_opinion() {
    assertThat(roles("‘Robert Mason is the mayor of fools,’ said the woman from Leeds.")).isEmpty();
  }

  @Test
  void a_friend_of_the_prime_minister_is_not_the_prime_minister() {
    assertThat(roles("He is a close friend of prime minister Helen Carter, people in Leeds say."))
        .containsExactly("Helen Carter: prime minister");
  }

  @Test
  void in_a_list_of_people_with_their_offices_each_keeps_the_own() {
    assertThat(roles("Guests were Mayor Helen Carter, Senator Robert Mason, and a few others."))
        .containsExactly("Helen Carter: Mayor", "Robert Mason: Senator");
  }

  @Property(tries = 200)
  void the_singular_of_a_singular_is_itself(@ForAll @AlphaChars String word) {
    String singular = RoleNouns.singular(word);
    assertThat(RoleNouns.singular(singular)).isEqualTo(singular);
  }

  @Test
  void plurals_of_all_forms_become_singular() {
    assertThat(List.of("Labour MPs", "spokesmen", "Sens.", "housewives", "actress"))
        .extracting(RoleNouns::singular)
        .containsExactly("Labour MP", "spokesman", "Sen.", "housewives", "actress");
  }
}
