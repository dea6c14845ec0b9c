package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/** Tests of the lines with metadata above a text, and of Markdown. */
final class TextHeaderTest {
  private static final String BODY =
      "The mill of Belton closes in June, its owner, Nadia Ferro, said on Monday.";

  private static Article read(String file, String content) {
    return ReadResult.of(new FormatDetectingReader(10_000), file, content).article();
  }

  @Test
  void a_first_line_that_is_a_web_address_is_that_of_the_article() {
    Article article =
        read("a.txt", "https://herald.example/mill\nMill to close\n\nBy Olga Brandt\n\n" + BODY);
    assertThat(article.metadata().url()).hasValue("https://herald.example/mill");
    assertThat(article.metadata().title()).hasValue("Mill to close");
    assertThat(article.metadata().authors()).containsExactly("Olga Brandt");
    assertThat(article.text()).hasToString("Mill to close\n\nBy Olga Brandt\n\n" + BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Source: Belton Herald\nTitle: Mill of Belton\nDate: May 6, 2021\nText:\n",
        "Source: Belton Herald\nTitle: Mill of Belton\nDate: May 6, 2021\nFull text: ",
        "TITLE: Mill of Belton\n\nPUBLICATION TITLE: Belton Herald\n\nPUB DATE: 6.5.2021\n\n"
      })
  void a_label_before_the_text_and_blank_lines_between_fields_are_removed(String header) {
    Article article = read("a.txt", header + BODY);
    assertThat(article.metadata().title()).hasValue("Mill of Belton");
    assertThat(article.metadata().publisher()).hasValue("Belton Herald");
    assertThat(article.metadata().published()).hasValue("2021-05-06");
    assertThat(article.text()).hasToString(BODY);
  }

  @Test
  void a_second_line_that_is_a_web_address_is_that_of_the_article() {
    Article article = read("a.txt", "Mill of Belton\nhttps://herald.example/mill\n\n" + BODY);
    assertThat(article.metadata().url()).hasValue("https://herald.example/mill");
    assertThat(article.text()).hasToString("Mill of Belton\n" + BODY);
  }

  @Test
  void fields_above_the_text_give_its_metadata() {
    Article article =
        read(
            "a.txt",
            """
            Title: Mill of Belton: the end
            By: Olga Brandt and Nils Ohm
            Published: 27/05/2021 10:00
            Source: Belton Herald
            URL: https://herald.example/mill
            Language: English
            Section: Business
            Words: 12

            """
                + BODY);
    Metadata metadata = article.metadata();
    assertThat(metadata.title()).hasValue("Mill of Belton: the end");
    assertThat(metadata.authors()).containsExactly("Olga Brandt", "Nils Ohm");
    assertThat(metadata.published()).hasValue("2021-05-27T10:00:00");
    assertThat(metadata.publisher()).hasValue("Belton Herald");
    assertThat(metadata.url()).hasValue("https://herald.example/mill");
    assertThat(metadata.language()).hasValue("en");
    assertThat(metadata.section()).hasValue("Business");
    assertThat(article.text()).hasToString(BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BELTON: " + BODY,
        "Olga: The mill closes.\nNils: Who says that?\nOlga: The owner does.",
        "Author: I did not know that the mill would close.\nPublisher: But we did know, since last"
            + " May.",
        "Source: the river that feeds the mill. " + BODY,
        "https://herald.example/mill",
        "See https://herald.example/mill\n\n" + BODY,
        "---\n\n" + BODY,
        "Subject: matter. " + BODY
      })
  void other_text_is_kept(String text) {
    Article article = read("a.txt", text);
    assertThat(article.text()).hasToString(text);
    assertThat(article.metadata().url()).isEmpty();
    assertThat(article.metadata().authors()).isEmpty();
  }

  @Test
  void markdown_is_read_with_its_front_matter() {
    Article article =
        read(
            "mill.md",
            """
            ---
            layout: post
            title: "Mill of Belton: the end"
            authors:
              - Olga Brandt
              - name: Nils Ohm
            date: 2021-05-03 10:00:00 +0200
            tags: [mill, river]
            description: >
              A story
              of a mill.
            ---

            # Mill of Belton: the end

            The **mill** of [Belton](https://belton.example) closes in *June*,
            its owner said.

            ## What next

            > We are sorry.

            - one
            - two

            ![The mill](mill.jpg)
            """);
    Metadata metadata = article.metadata();
    assertThat(article.id()).isEqualTo("mill");
    assertThat(metadata.title()).hasValue("Mill of Belton: the end");
    assertThat(metadata.authors()).containsExactly("Olga Brandt", "Nils Ohm");
    assertThat(metadata.published()).hasValue("2021-05-03T10:00:00+02:00");
    assertThat(article.text())
        .hasToString(
            "The mill of Belton closes in June, its owner said.\n\nWhat next\n\n"
                + "    We are sorry.\n\none\n\ntwo");
  }

  @Test
  void the_first_heading_of_markdown_is_the_title() {
    Article article = read("mill.md", "# Mill to close\n\n" + BODY);
    assertThat(article.metadata().title()).hasValue("Mill to close");
    assertThat(article.text()).hasToString(BODY);
  }

  @Test
  void a_list_of_authors_may_be_on_one_line() {
    Article article =
        read("a.md", "---\ntitle: Mill\nauthor: [Olga Brandt, 'Nils Ohm']\n---\n" + BODY);
    assertThat(article.metadata().authors()).containsExactly("Olga Brandt", "Nils Ohm");
  }
}
