package org.newsgraph.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;

final class AnalyserTest {
  private static final Analyser ANALYSER = new Analyser();

  private static AnalysedText analyse(String text) {
    return ANALYSER.analyse(new Article("article", new Text(text), Metadata.NONE));
  }

  private static List<String> sentences(String text) {
    AnalysedText analysed = analyse(text);
    return analysed.sentences().stream()
        .map(s -> analysed.article().text().substring(s.span()))
        .toList();
  }

  private static List<String> names(String text) {
    return analyse(text).sentences().stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .filter(token -> token.label() != EntityLabel.NONE)
        .map(Token::word)
        .toList();
  }

  @Test
  void an_abbreviation_ends_no_sentence() {
    assertThat(sentences("Mr. Cox met Sen. Smith in the U.S. Senate. They talked."))
        .containsExactly("Mr. Cox met Sen. Smith in the U.S. Senate.", "They talked.");
  }

  @Test
  void a_paragraph_ends_a_sentence_and_a_wrapped_line_does_not() {
    assertThat(sentences("Talks stalled\n\nThe minister left the room.")).hasSize(2);
  }

  @Test
  void an_address_holds_no_names() {
    assertThat(names("Write to jane.london@paris.co.uk or see www.washington-times.com today."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "President Barack Obama met Angela Merkel in Berlin on Monday.",
        "PRESIDENT BARACK OBAMA MET ANGELA MERKEL IN BERLIN ON MONDAY",
        "President Barack Obama Met Angela Merkel In Berlin On Monday"
      })
  void names_are_found_in_any_case(String text) {
    assertThat(names(text).stream().map(String::toLowerCase))
        .containsExactly("barack", "obama", "angela", "merkel", "berlin");
  }

  @Test
  void a_word_longer_than_any_window_is_read() {
    assertThat(analyse("The minister said " + "x".repeat(5000) + " to Parliament.").sentences())
        .isNotEmpty();
  }

  @Test
  void a_text_of_many_windows_is_read_to_its_end() {
    AnalysedText analysed = analyse("The minister left. ".repeat(2000).strip());
    assertThat(analysed.sentences()).hasSize(2000);
  }

  @Property(tries = 60)
  void every_letter_belongs_to_a_token_and_tokens_stand_in_order(@ForAll("texts") String string) {
    AnalysedText analysed = analyse(string);
    Text text = analysed.article().text();
    long covered = 0;
    int last = 0;
    for (Sentence sentence : analysed.sentences()) {
      for (Token token : sentence.tokens()) {
        assertThat(token.span().begin()).isGreaterThanOrEqualTo(last);
        assertThat(token.word()).isEqualTo(text.substring(token.span()));
        covered += token.word().codePoints().filter(Character::isLetterOrDigit).count();
        last = token.span().end();
      }
    }
    assertThat(covered).isEqualTo(string.codePoints().filter(Character::isLetterOrDigit).count());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "Ada",
            "said",
            "🚢",
            "‘",
            "’",
            "“",
            "”",
            "\"",
            "'",
            ".",
            ",",
            "\n\n",
            "\n",
            "U.S.",
            "e\u0301",
            "北京",
            "\u200b",
            "\u00a0",
            "3rd",
            "—",
            "ß",
            "\ud800",
            "@",
            "http://a.b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(words -> String.join(" ", words));
  }
}
