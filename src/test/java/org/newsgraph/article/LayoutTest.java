package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.article.layout.Byline;

final class LayoutTest {
  private static final String BODY = "The mayor opened the bridge on Monday, two years late.";

  @Test
  void the_sample_article_has_every_part() throws IOException {
    Text text = new Text(Files.readString(Path.of("seeds/000_aa107be0189a89be.txt")));
    Layout layout = Layout.of(text, Optional.empty());
    assertThat(texts(text, layout, Part.PUBLISHER)).containsExactly("Daily Mail");
    assertThat(texts(text, layout, Part.HEADLINE))
        .singleElement()
        .asString()
        .startsWith("The Corbyn aide who thinks")
        .endsWith("Aleppo’s children");
    assertThat(texts(text, layout, Part.BYLINE)).hasSize(1);
    assertThat(texts(text, layout, Part.PULL_QUOTE))
        .containsExactly("‘This isn’t just wrong, it’s disgraceful’");
    assertThat(texts(text, layout, Part.BOILERPLATE))
        .containsExactly("Newspapers in English", "Newspapers from United Kingdom");
    assertThat(texts(text, layout, Part.BODY)).hasSize(22);
    Metadata metadata = ArticleHeader.metadata(text, layout);
    assertThat(metadata.publisher()).hasValue("Daily Mail");
    assertThat(metadata.authors()).containsExactly("Jason Groves", "Larisa Brown");
  }

  @Test
  void an_article_may_have_no_headline() {
    assertThat(parts("Rome was quiet on Friday.\n\n" + BODY)).containsExactly(Part.BODY, Part.BODY);
    assertThat(parts(BODY)).containsExactly(Part.BODY);
    assertThat(parts("One line and no more")).containsExactly(Part.BODY);
  }

  @Test
  void a_quotation_with_the_name_of_its_speaker_is_no_headline() {
    assertThat(parts("“The weir will hold.” -Warden Odile Farrant\n\n" + BODY))
        .containsExactly(Part.BODY, Part.BODY);
    assertThat(parts("“The weir will hold” – warden\n\n" + BODY))
        .containsExactly(Part.HEADLINE, Part.BODY);
  }

  @Test
  void a_given_title_is_found_again_whatever_its_quotation_marks() {
    Text text = new Text("World\n\nMayor: 'It is open.'\n\n" + BODY);
    Layout layout = Layout.of(text, Optional.of("Mayor: “It is open”"));
    assertThat(texts(text, layout, Part.HEADLINE)).containsExactly("Mayor: 'It is open.'");
    assertThat(layout.first(Part.PUBLISHER)).isEmpty();
  }

  @Test
  void a_label_above_the_headline_is_no_publisher() {
    assertThat(parts("World news\n\nMayor opens the long awaited bridge\n\nBy Jane Roe\n\n" + BODY))
        .doesNotContain(Part.PUBLISHER)
        .contains(Part.BYLINE);
  }

  @Test
  void a_headline_with_a_full_stop_is_known_by_the_dateline_below_it() {
    assertThat(parts("Woman charged over arms find.\n\nJane Roe\n\nBELFAST 1996-12-06\n\n" + BODY))
        .containsExactly(Part.HEADLINE, Part.BYLINE, Part.BODY, Part.BODY);
  }

  @ParameterizedTest
  @MethodSource
  void a_byline_gives_authors_but_no_e_mail_address(String line, List<String> authors) {
    assertThat(Byline.authors(line)).isEqualTo(authors);
  }

  static Stream<Arguments> a_byline_gives_authors_but_no_e_mail_address() {
    return Stream.of(
        byline(
            "- By Jason Groves and Larisa Brown j.groves@dailymail.co.uk",
            "Jason Groves",
            "Larisa Brown"),
        byline("By Jane Roe, Political Editor", "Jane Roe"),
        byline("BY JANE ROE", "Jane Roe"),
        byline(
            "By Jane Roe, John van der Doe and Mary-Ann O’Neill",
            "Jane Roe",
            "John van der Doe",
            "Mary-Ann O’Neill"),
        byline("By Andrew Oxlade for the Daily Mail", "Andrew Oxlade"),
        byline("By Jane Roe in London and John Doe in Paris", "Jane Roe", "John Doe"),
        byline("By Jane Roe | Oct. 12, 2016", "Jane Roe"),
        byline("By Jane Roe, Special to The Example", "Jane Roe"),
        byline("By Associated Press", "Associated Press"),
        byline("Jane Roe jane@example.org", "Jane Roe"));
  }

  private static Arguments byline(String line, String... names) {
    return Arguments.of(line, List.of(names));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Christmas Eve, the war was over",
        "By Monday the bridge was open.",
        "By and large, it was quiet",
        "By Jane Roe, who was there, it was called a lie.",
        "Write to jane@example.org",
        "By",
      })
  void a_sentence_that_begins_with_by_is_no_byline(String line) {
    assertThat(Byline.authors(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Newspapers in English",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "© 2016 Example Ltd. All rights reserved.",
        "Follow us on Twitter @example",
        "Click here to subscribe",
        "Read more at https://example.org/news",
        "Image copyright Getty Images",
        "Advertisement",
      })
  void what_a_site_adds_at_the_end_is_boilerplate(String line) {
    assertThat(parts(BODY + "\n\n" + line)).containsExactly(Part.BODY, Part.BOILERPLATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Newspapers in English towns closed for good.",
        "Copyright was the point of the trial, the judge said.",
        "Share prices fell by a tenth on Monday.",
        "Readers may follow the trial on Twitter, where Mr Roe writes.",
        "Click here, the witness said he was told, and the money was gone.",
        "Reporting by Jane Roe led to his arrest.",
        "Subscribe to nothing that he says, Mr Roe told the court.",
      })
  void a_sentence_of_the_article_is_never_boilerplate(String line) {
    assertThat(parts(BODY + "\n\n" + line)).containsExactly(Part.BODY, Part.BODY);
  }

  @Test
  void a_quote_that_nobody_else_says_stays_in_the_body() {
    assertThat(parts(BODY + "\n\nMr Roe was pleased:\n\n‘This is what we have waited for.’"))
        .containsOnly(Part.BODY);
  }

  @Test
  void a_quote_with_its_attribution_is_no_pull_quote() {
    String said = "‘This is what we waited for,’ said Jane Roe.";
    assertThat(parts(BODY + "\n\n" + said + "\n\n" + said)).containsOnly(Part.BODY);
  }

  @Test
  void a_pull_quote_may_stand_before_what_it_repeats() {
    assertThat(
            parts(
                BODY
                    + "\n\n“We waited years for this”"
                    + "\n\nMs Roe said: “We have waited years for this. It is a good day.”"))
        .containsExactly(Part.BODY, Part.PULL_QUOTE, Part.BODY);
  }

  @Test
  void single_line_ends_divide_paragraphs_where_lines_are_not_wrapped() {
    assertThat(parts(BODY + "\n" + BODY + " " + BODY + "\nIt rained.")).hasSize(3);
  }

  @Test
  void wrapped_lines_are_joined() {
    String wrapped =
        """
        The mayor opened the bridge on Monday, two years later than
        the council had promised, and thanked everyone who had worked
        on it through two winters.

        It had cost the town more than any other building in its long
        history, and not a few were asking whether it had been worth
        the money.
        """;
    assertThat(parts(wrapped)).hasSize(2);
  }

  @Provide
  Arbitrary<String> layouts() {
    return Arbitraries.of(
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "\u00A0",
            "\u2028",
            "By Jane Roe",
            "“A b c d e f”",
            "Daily Mail",
            "Newspapers in English",
            "A sentence that goes on for a while.",
            "😀",
            "\uD83D",
            "’",
            ".",
            "x".repeat(50))
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void paragraphs_are_disjoint_ordered_and_never_blank(@ForAll("layouts") String string) {
    check(string);
  }

  @Property
  void paragraphs_are_disjoint_ordered_and_never_blank_in_any_text(@ForAll String string) {
    check(string);
  }

  private static void check(String string) {
    Text text = new Text(string);
    int end = 0;
    StringBuilder seen = new StringBuilder();
    for (Paragraph paragraph : Layout.of(text, Optional.empty()).paragraphs()) {
      Span span = paragraph.span();
      assertThat(span.begin()).isGreaterThanOrEqualTo(end);
      assertThat(Text.isSpace(text.codePointAt(span.begin()))).isFalse();
      assertThat(Text.isSpace(text.codePointAt(span.end() - 1))).isFalse();
      end = span.end();
      seen.append(text.substring(span));
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
    assertThat(dense(seen.toString())).as("nothing is lost").isEqualTo(dense(string));
  }

  private static String dense(String string) {
    return string
        .codePoints()
        .filter(c -> !Text.isSpace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        " ",
        "a",
        "“a b c d e”\n",
        "By A B, ",
        "A",
        "By ",
        "'",
        ".",
        "a.b@",
        "a b c d\n",
        "(",
        "- ",
        "“",
        "By Jane Roe\n\n",
        "one two three four. ",
        "\n\nDaily Mail",
        "© 2016 ",
        "A -",
      })
  void a_hostile_text_of_a_million_characters_takes_no_time(String piece) {
    Text text = new Text(piece.repeat(1_000_000 / piece.length()));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> ArticleHeader.metadata(text, Layout.of(text, Optional.of(piece))));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", ". ", "“", "one two three four. ", "a:", "’"})
  void pull_quotes_are_looked_for_in_no_time_in_a_hostile_paragraph(String piece) {
    String quotes = ("“one two three four" + " or five".repeat(30) + "”\n\n").repeat(39);
    Text text = new Text(quotes + "a" + piece.repeat(1_000_000 / piece.length()) + "b");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Layout.of(text, Optional.empty()));
  }

  private static List<Part> parts(String string) {
    return Layout.of(new Text(string), Optional.empty()).paragraphs().stream()
        .map(Paragraph::part)
        .toList();
  }

  private static List<String> texts(Text text, Layout layout, Part part) {
    return layout.paragraphs().stream()
        .filter(paragraph -> paragraph.part() == part)
        .map(paragraph -> text.substring(paragraph.span()))
        .toList();
  }
}
