package org.newsgraph.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extractor;
import org.newsgraph.extract.Statement;

/** Times of statements in articles of Wednesday, 15 June 2022. */
class StatementTimeFinderTest {
  private static List<Statement> statements(String text, Optional<String> published) {
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            published,
            Optional.empty(),
            Optional.empty());
    Article article = new Article("article", new Text(text), metadata);
    return Extractor.extract(Extracting.ANALYSER.analyse(article)).statements();
  }

  private static List<Statement> statements(String text) {
    return statements(text, Optional.of("2022-06-15T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Roe said on Monday that the school would close on Friday.           | on Monday        | 2022-06-13
          Ann Roe on Monday said that the school would close.                     | on Monday        | 2022-06-13
          Ann Roe yesterday said that the school would close.                     | yesterday        | 2022-06-14
          On Monday, Ann Roe said the school would close.                         | On Monday        | 2022-06-13
          “The school will close,” Ann Roe said late Thursday.                    | late Thursday    | 2022-06-09
          “The school will close,” said Ann Roe on 12 May.                        | on 12 May        | 2022-05-12
          “The school will close,” Ann Roe told reporters in Paris on Friday.     | on Friday        | 2022-06-10
          Ann Roe told reporters in Paris on Friday that the school would close.  | on Friday        | 2022-06-10
          In a statement on Monday, Ann Roe said the school would close.          | on Monday        | 2022-06-13
          Speaking at a rally on 12 May, Ann Roe said the school would close.     | on 12 May        | 2022-05-12
          At Monday’s briefing, Ann Roe said the school would close.              | Monday           | 2022-06-13
          In a 2019 interview, Ann Roe said the school would close.               | 2019             | 2019
          In 2014 Ann Roe wrote that the school would close.                      | In 2014          | 2014
          Ann Roe, the mayor of Leeds, said in March that the school would close. | in March         | 2022-03
          Ann Roe said earlier this month that the school would close.            | earlier this month | 2022-06
          “The school will close,” Ann Roe said in a statement released on May 7, 2021. | on May 7, 2021 | 2021-05-07
          The school will close, according to a report published on Monday.       | on Monday        | 2022-06-13
          Ann Roe issued a statement on Monday saying that the school would close. | on Monday       | 2022-06-13
          Tests ended in 2018, when Ann Roe said that the school would close.     | in 2018          | 2018
          """)
  void a_time_in_the_attribution_is_that_of_the_statement(String text, String words, String value) {
    assertThat(statements(text))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.saidOn())
                    .hasValueSatisfying(
                        time -> {
                          assertThat(time.text()).isEqualTo(words);
                          assertThat(time.value().toString()).isEqualTo(value);
                          assertThat(new Text(text).substring(time.span())).isEqualTo(words);
                        }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Roe said the school would close on Wednesday.",
        "Ann Roe said that on Monday the school had closed.",
        "Ann Roe, who was elected on Monday, said the school would close.",
        "After the vote on Monday, Ann Roe said the school would close.",
        "Ann Roe told reporters after the vote on Monday that the school would close.",
        "Ann Roe has said since Monday that the school would close.",
        "Ann Roe will say on Friday that the school should close.",
        "“The school will close,” said Ann Roe, the winner of the 2019 vote.",
        "“The school will close,” said Ann Roe, who took over in 2019.",
        "LEEDS, June 13: Ann Roe said the school would close.",
        "Ann Roe said the school would close, but on Monday the court opened it again."
      })
  void a_time_of_something_else_is_not_that_of_the_statement(String text) {
    assertThat(statements(text)).isNotEmpty().allSatisfy(it -> assertThat(it.saidOn()).isEmpty());
  }

  @Test
  void a_second_statement_of_the_sentence_shares_the_time_of_its_speaker() {
    assertThat(
            statements(
                "Ann Roe said on Monday that the school would close, adding that the children"
                    + " would go to Leeds."))
        .hasSize(2)
        .allSatisfy(
            it ->
                assertThat(it.saidOn())
                    .hasValueSatisfying(
                        time -> assertThat(time.value()).hasToString("2022-06-13")));
  }

  @Test
  void a_statement_inside_another_has_its_own_time() {
    assertThat(statements("Ann Roe said on Monday that Jo Ray told her the school would close."))
        .filteredOn(it -> it.content().equals("the school would close"))
        .allSatisfy(it -> assertThat(it.saidOn()).isEmpty());
  }

  @Test
  void days_before_a_day_that_the_text_names_are_counted_from_that_day() {
    assertThat(
            statements(
                "The school closed on 12 May. Three days earlier, Ann Roe had said that it would"
                    + " stay open."))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.saidOn())
                    .hasValueSatisfying(
                        time -> assertThat(time.value()).hasToString("2022-05-09")));
  }

  @Test
  void an_article_without_a_date_has_no_relative_times() {
    for (String published : List.of("", "2022", "2022-06")) {
      assertThat(
              statements(
                  "Ann Roe said on Monday that the school would close.",
                  Optional.of(published).filter(it -> !it.isEmpty())))
          .singleElement()
          .satisfies(it -> assertThat(it.saidOn()).isEmpty());
    }
  }
}
