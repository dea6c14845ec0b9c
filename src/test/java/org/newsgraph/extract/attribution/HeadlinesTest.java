package org.newsgraph.extract.attribution;

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

/** Tests the statements of headlines and cross-headings. */
final class HeadlinesTest {
  private static List<String> statements(String headline, String body) {
    Metadata metadata =
        new Metadata(
            Optional.of(headline),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Article article = new Article("article", new Text(headline + "\n\n" + body), metadata);
    return Extractor.extract(Extracting.ANALYSER.analyse(article)).statements().stream()
        .map(it -> Extracting.speaker(it).orElse("-") + ": " + it.content())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mayor: Bridge will be rebuilt by autumn | Simon Barlow: Bridge will be rebuilt by autumn",
        "Mayor: “I will not resign” | Simon Barlow: “I will not resign”",
        "Barlow: We will not wait for the lawyers | Simon Barlow: We will not wait for the lawyers",
        "‘We will stay’, says mayor | Simon Barlow: ‘We will stay’",
        "We will stay, says mayor | Simon Barlow: We will stay",
        "Police: Two men held after bridge fire | Police: Two men held after bridge fire",
      })
  void a_headline_is_a_statement_of_the_one_it_names(String headline, String statement) {
    assertThat(statements(headline, "Mayor Simon Barlow visited the old bridge on Monday."))
        .containsExactly(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bridge collapse: what we know so far",
        "Bridge Collapse: What We Know So Far",
        "Analysis: why the bridge fell",
        "Timeline: how the bridge fell",
        "Greta Moore: what we know about her",
        "Bridge fire: two men held",
      })
  void a_topic_is_no_speaker(String heading) {
    String report = "Greta Moore said that nobody was hurt when the old bridge fell.";
    assertThat(statements(heading, report))
        .containsExactly("Greta Moore: nobody was hurt when the old bridge fell");
    assertThat(
            statements("Old bridge falls", report + "\n\n" + heading + "\n\nIt was built in 1871."))
        .containsExactly("Greta Moore: nobody was hurt when the old bridge fell");
  }

  @Test
  void a_headline_and_the_first_sentence_are_two_statements() {
    assertThat(
            statements(
                "Defence minister: Troops will stay until spring",
                "Troops will stay in the valley until spring, Defence Minister Ida Brandt said."))
        .containsExactly(
            "Ida Brandt: Troops will stay until spring",
            "Ida Brandt: Troops will stay in the valley until spring");
  }
}
