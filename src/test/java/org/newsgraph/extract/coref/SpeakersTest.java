package org.newsgraph.extract.coref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.extract.Extracting.speaker;
import static org.newsgraph.extract.Extracting.statements;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Statement;

class SpeakersTest {
  private static String last(String text) {
    List<Statement> found = statements(text);
    Optional<String> name = speaker(found.get(found.size() - 1));
    return name.orElseThrow();
  }

  @Test
  void he_is_the_speaker_before() {
    assertThat(
            last(
                "Labour spin doctor Seumas Milne said the media was biased. Asked about the raids,"
                    + " he said: ‘We are not in the business of allocating blame.’"))
        .isEqualTo("Seumas Milne");
  }

  @Test
  void she_is_no_man() {
    assertThat(
            last(
                "Theresa May met Donald Trump in Washington. Mr Trump praised the talks. “We had a"
                    + " good meeting,” she said."))
        .isEqualTo("Theresa May");
  }

  @Test
  void she_is_the_spokesman_who_spoke_before_and_not_the_man_rebuked() {
    List<Statement> found =
        statements(
            "The Prime Minister’s spokesman said: ‘We are very clear on minimising casualties.’\n\n"
                + "In a rebuke to Mr Milne, she added: ‘We should all be putting pressure on"
                + " them.’");
    assertThat(found).hasSize(2);
    assertThat(found)
        .extracting(statement -> speaker(statement).orElseThrow())
        .containsOnly("The Prime Minister’s spokesman");
    assertThat(found.get(1).speaker())
        .hasValueSatisfying(who -> assertThat(who.text()).isEqualTo("she"));
  }

  @Test
  void a_role_that_an_article_gives_names_its_holder_later() {
    assertThat(
            last(
                "Labour spin doctor Seumas Milne gave a briefing. It drew criticism from all"
                    + " sides. The Labour leader’s spokesman said the war was wrong."))
        .isEqualTo("Seumas Milne");
  }

  @Test
  void a_nominee_whom_no_name_explains_is_the_one_told_of_before() {
    assertThat(
            last(
                "Donald Trump left Ohio in a hurry. The Republican nominee said the polls were"
                    + " wrong."))
        .isEqualTo("Donald Trump");
  }

  @Test
  void somebody_else_s_spokesman_is_not_the_one_named() {
    assertThat(
            last(
                "Labour spin doctor Seumas Milne gave a briefing. The Prime Minister’s spokesman"
                    + " said the remarks were wrong."))
        .isEqualTo("The Prime Minister’s spokesman");
  }

  @Test
  void the_name_of_another_in_a_description_is_not_the_speaker() {
    assertThat(last("A spokesman for Boris Johnson said the plan was dead."))
        .isEqualTo("A spokesman for Boris Johnson");
    assertThat(last("Donald Trump’s lawyer said the plan was dead."))
        .isEqualTo("Donald Trump’s lawyer");
  }

  @Test
  void someone_only_described_keeps_the_words_of_the_description() {
    assertThat(last("An Aleppo gravedigger said he ‘envied the dead’."))
        .isEqualTo("An Aleppo gravedigger");
  }

  @Test
  void who_is_the_person_just_described() {
    assertThat(
            last(
                "The hotel had refused to pay an architect who said that he was owed a year’s fee."))
        .isEqualTo("an architect");
  }

  @Test
  void they_are_the_group_that_a_sentence_begins_with_and_no_person() {
    assertThat(
            last(
                "John Brown visited the harbour on Monday. Critics gathered at the gates of the"
                    + " harbour. They said the plan would ruin the town."))
        .isEqualTo("Critics");
  }

  @Test
  void the_president_is_who_was_called_so() {
    assertThat(
            last(
                "President Brown opened the harbour on Monday. John Green met Mr. Brown there. “It"
                    + " is a great day,” the president said."))
        .isEqualTo("Brown");
  }

  @Test
  void the_commission_is_the_body_of_that_name() {
    assertThat(
            last(
                "The Harbour Safety Commission met on Monday in London. It was a long meeting. The"
                    + " commission said the docks were safe."))
        .isEqualTo("Harbour Safety Commission");
  }

  @Test
  void a_senator_is_known_by_the_state_where_no_other_was_named() {
    String two =
        "Sen. Ann Brown opened the harbour on Monday. %s John Green met Brown there. “It is a great"
            + " day,” the Ohio senator said.";
    assertThat(last(two.formatted(""))).isEqualTo("Ann Brown");
    assertThat(last(two.formatted("Sen. Paul White had come, too."))).isEqualTo("the Ohio senator");
  }

  @Test
  void a_description_with_a_name_after_the_comma_is_that_person() {
    assertThat(
            last(
                "Few liked the plan. The minister of the economy, Mr. Villarreal, argued that there"
                    + " was no need to hurry."))
        .isEqualTo("Villarreal");
  }

  @Test
  void the_holder_of_an_office_of_something_is_the_one_named() {
    assertThat(last("Secretary of State John F. Kerry said the talks would go on."))
        .isEqualTo("John F. Kerry");
    assertThat(last("The director of the film about Ann Roe said it was finished."))
        .isNotEqualTo("Ann Roe");
  }

  @Test
  void they_are_the_two_who_spoke_last() {
    assertThat(
            last(
                "Mr. Brown and Mr. Green said that the harbour must change. It has grown too small,"
                    + " they said."))
        .isEqualTo("Mr. Brown and Mr. Green");
    assertThat(
            last(
                "Ann Roe, a laureate and daughter of a docker, said that the harbour must change. It"
                    + " has grown too small, they said."))
        .doesNotContain("Roe");
  }

  @Test
  void a_law_named_after_a_person_says_nothing() {
    assertThat(
            last(
                "Bill Clinton spoke of Obamacare on Monday. Obamacare made it crazy, he thought. “It"
                    + " does not work,” he said."))
        .isEqualTo("Bill Clinton");
  }

  @Test
  void whom_the_narrator_goes_on_about_stays_in_mind() {
    assertThat(
            last(
                "Mary Brown bought the house in May. She had looked for one for years. She had"
                    + " sold her own. She had little money. She had fewer friends. She had no car."
                    + " She had a dog from Helen Green. “I am happy now,” she said."))
        .isEqualTo("Mary Brown");
  }

  @Test
  void whoever_asked_is_not_he_who_answers() {
    assertThat(
            last(
                "Paul Scott joked that the race was lost. Then someone asked how young people could"
                    + " be won. Scott answered with logic. “You have a choice,” he said."))
        .isEqualTo("Paul Scott");
  }

  @Test
  void the_leader_of_something_else_is_not_the_president() {
    assertThat(
            last(
                "President John Brown opened the harbour on Monday. The crowd sang. “Play louder,”"
                    + " the band leader said."))
        .isEqualTo("the band leader");
  }

  @Test
  void he_is_nobody_among_many_who_spoke_before() {
    assertThat(
            last(
                "John Brown leads the council. Many voters said they were tired of the council."
                    + " “I have heard them,” he said."))
        .isEqualTo("John Brown");
  }

  @Test
  void a_statement_is_about_whom_he_stands_for_where_one_alone_can_be_meant() {
    List<Statement> found =
        statements(
            "John Brown resigned on Monday. “He was never honest with us,” Mary Smith said.");
    assertThat(found)
        .singleElement()
        .satisfies(
            it -> assertThat(it.about()).extracting(Entity::name).containsExactly("John Brown"));
  }

  @Test
  void a_statement_is_not_about_one_of_two_who_can_be_meant() {
    List<Statement> found =
        statements(
            "John Brown met Peter Green on Monday. “He was never honest with us,” Mary Smith"
                + " said.");
    assertThat(found).singleElement().satisfies(it -> assertThat(it.about()).isEmpty());
  }

  @Test
  void he_is_rather_the_one_whom_the_article_is_about_than_one_named_once() {
    assertThat(
            last(
                """
                Bernie Brandt opened a school on Monday. Mr Brandt came late. Mr Brandt had lost his
                way. It was raining. The school is named after Otto Krause. “It is a good school,” he
                said."""))
        .isEqualTo("Bernie Brandt");
  }

  @Test
  void a_reporter_who_asked_does_not_stay_in_mind() {
    assertThat(
            last(
                """
                Marco Ruiz gave an interview on Friday. Mr Ruiz said that the harbour would stay open.

                Mr Ruiz smiled when a reporter asked whether he would run again.

                “I have not decided,” he said."""))
        .isEqualTo("Marco Ruiz");
  }

  @Test
  void who_is_called_by_an_office_is_the_one_just_told_of() {
    assertThat(
            last(
                """
                Marco Ruiz gave an interview on Friday. Mr Ruiz said that the harbour would stay open.

                The Florida senator said that he had not decided whether to run."""))
        .isEqualTo("Marco Ruiz");
  }

  @Test
  void somebody_told_of_by_that_noun_before_is_nobody_else() {
    assertThat(
            last(
                """
                Marco Ruiz met a retired judge on Friday. Mr Ruiz said that the harbour would stay open.

                The judge said that nobody had asked the voters."""))
        .isEqualTo("The judge");
  }

  @Test
  void some_of_a_party_are_not_the_party() {
    String names = "The Republican Party met in Ohio. ";
    assertThat(last(names + "Some Republicans said that the tax would hurt farmers."))
        .isEqualTo("Some Republicans");
    assertThat(last(names + "Republicans said that the tax would hurt farmers."))
        .isEqualTo("Republican Party");
  }

  @Test
  void who_after_a_dash_or_a_comma_is_the_one_before_it() {
    assertThat(last("Fred Kagan — who said that the war would go on — will speak on Monday."))
        .isEqualTo("Fred Kagan");
    assertThat(last("An official, who said the bridge was safe, left the town on Monday."))
        .isEqualTo("An official");
  }

  @Test
  void they_are_the_subjects_of_a_sentence_just_before_and_no_hours() {
    assertThat(
            last(
                """
                As prices grew, farm workers met in the town hall.

                For forty hours they said that the tax would hurt them."""))
        .isEqualTo("farm workers");
    assertThat(
            last(
                """
                Richard Alba and Nancy Foner wrote a book. In the book they say that wages grew."""))
        .isEqualTo("Richard Alba and Nancy Foner");
  }

  @Test
  void the_company_is_the_only_body_just_named() {
    assertThat(
            last(
                """
                Twitter condemned the plan on Monday. The company said that it had closed thousands
                of accounts."""))
        .isEqualTo("Twitter");
    assertThat(
            last(
                """
                Twitter bought a company in Ohio. The company said that it had closed thousands of
                accounts."""))
        .isEqualTo("The company");
  }

  @Test
  void many_of_whom_are_those_told_of() {
    assertThat(
            last(
                """
                The tax angered local farmers, many of whom said that it would ruin them."""))
        .isEqualTo("local farmers");
  }

  @Test
  void of_two_with_one_family_name_the_title_decides() {
    List<Statement> found =
        statements(
            """
            Dr Hugo Brandt and the finance minister, Clara Brandt, met on the stage in Kiel. Ms
            Brandt said that taxes would fall. “They will double,” Dr Brandt replied. “That is
            nonsense,” she said.
            """);
    assertThat(found)
        .extracting(statement -> speaker(statement).orElseThrow())
        .containsExactly("Clara Brandt", "Hugo Brandt", "Clara Brandt");
  }

  @Test
  void she_is_the_woman_by_her_given_name_though_a_man_spoke_last() {
    List<Statement> found =
        statements(
            """
            The swimming hall of Ostend will reopen, its manager, Magda Verbeek, told the council
            on Monday, and Professor Bartholomew Janssens said that it was high time.

            “We have waited for three years,” she told the councillors.
            """);
    assertThat(speaker(found.get(found.size() - 1))).hasValue("Magda Verbeek");
  }

  @Test
  void an_office_with_a_name_beside_it_names_its_holder_later() {
    String text =
        """
        The General Director of Roads, Luis Campos Vega, reported on Monday that six bridges are
        closed.

        “We work day and night,” said the head of Roads. He added that two bridges will reopen soon.
        """;
    assertThat(statements(text))
        .extracting(it -> speaker(it).orElseThrow())
        .containsExactly("Luis Campos Vega", "Luis Campos Vega", "Luis Campos Vega");
  }

  @Test
  void the_official_is_who_spoke_last_where_nobody_else_was_named_since() {
    assertThat(
            last(
                "Marta Gomez, who directs the port, said on Friday that the crane was safe. The port"
                    + " opened in 1920. The official said that no ship had been turned away."))
        .isEqualTo("Marta Gomez");
  }

  @Test
  void of_several_with_a_common_family_name_the_one_named_last_is_meant() {
    assertThat(
            last(
                """
                Presidential aide Kim Dae-jin spoke about the police on Monday. Kim said it was not a
                matter for the president.

                Rep. Kim Ki-young of the ruling party disagreed on Tuesday.

                “The police must win back the trust of the people,” Kim wrote on his page.
                """))
        .isEqualTo("Kim Ki-young");
  }

  @Test
  void the_latter_is_the_second_of_the_two_just_named() {
    assertThat(
            last(
                "The harbour was closed on Monday. Peter Moll, the mayor, met Ana Lund, the engineer,"
                    + " at the quay. The latter said that the piles were sound."))
        .isEqualTo("Ana Lund");
  }

  @Test
  void the_abbreviation_of_an_office_is_its_holder_and_no_organisation() {
    String article =
        "Two men were held on Sunday. Contacted, Rafiq Hasan, OC of Balipur Police Station, denied"
            + " the claims. “We settled the matter,” said the OC.";
    assertThat(last(article)).isEqualTo("Rafiq Hasan");
    assertThat(Extracting.from(article).entities()).extracting(Entity::name).doesNotContain("OC");
  }

  @Test
  void an_abbreviation_in_parentheses_does_not_end_the_source() {
    assertThat(
            last(
                "The boats stay in port. National Fisheries Board (NFB) chief Tomas Ruiz said that the"
                    + " cod were gone."))
        .isEqualTo("Tomas Ruiz");
  }

  @Test
  void the_holder_of_an_office_follows_its_object() {
    assertThat(
            last(
                "The streets are dirty. The inspector for the Balipur municipality Karim Uddin said"
                    + " that the drains were full."))
        .isEqualTo("Karim Uddin");
  }

  @Test
  void whom_an_agency_quotes_is_the_speaker() {
    assertThat(
            last(
                "The talks ended on Friday. The news agency Tessa quoted Foreign Minister Ivan Brod as"
                    + " saying that they had been frank."))
        .isEqualTo("Ivan Brod");
  }

  @Test
  void a_description_of_somebody_whom_nothing_describes_so_stays_as_it_is() {
    assertThat(
            last(
                "The band broke up on Tuesday, its manager said. Anna Okafor, the singer, was"
                    + " tired. Her brother, William Okafor, played the drums."))
        .isEqualTo("its manager");
  }

  @Test
  void a_nickname_in_quotation_marks_is_a_name_of_the_person() {
    assertThat(
            last(
                "“I lost my boat,” said Walter “Tiny” Brandt, 41, a fisherman. The crew was safe."
                    + " “Tiny” said he would buy another."))
        .isEqualTo("Walter Brandt");
  }
}
