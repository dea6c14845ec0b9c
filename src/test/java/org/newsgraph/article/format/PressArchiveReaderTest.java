package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/** Reads synthetic articles in the export formats of Nexis and Factiva. */
class PressArchiveReaderTest {
  private static final String NEXIS =
      """
                                     1 of 2 DOCUMENTS


                                  The Borchester Echo

                               May 6, 2024 Monday
                               Late Edition - Final

      Bridge to Close

      BYLINE: By LYNDA SNELL and JOE GRUNDY

      SECTION: Section A; Column 0; Metropolitan Desk; Pg. 1

      LENGTH: 12 words

      DATELINE: AMBRIDGE

      The mayor said the bridge would be closed.

      "We will be cut off," said Joe Grundy.

      URL: http://www.echo.example/bridge

      LOAD-DATE: May 7, 2024

      LANGUAGE: ENGLISH

      PUBLICATION-TYPE: Newspaper


                        Copyright 2024 The Borchester Echo
                               All Rights Reserved

                                     2 of 2 DOCUMENTS

                                  The Felpersham Times

                                  May 7, 2024 Tuesday

      Fair is over

      SECTION: NEWS; Pg. 4

      LENGTH: 3 words

      It is over.

      LOAD-DATE: May 8, 2024

                        Copyright 2024 The Felpersham Times
                               All Rights Reserved
      """;

  private static final String NEXIS_UNI =
      """
      Bridge to Close
      The Borchester Echo
      May 6, 2024 Monday

      Copyright 2024 The Borchester Echo All Rights Reserved
      Section: Section A; Pg. 1
      Length: 12 words
      Byline: By Lynda Snell
      Body

      The mayor said the bridge would be closed.

      Classification

      Language: ENGLISH
      Load-Date: May 7, 2024

      End of Document
      Fair is over
      The Felpersham Times
      May 7, 2024 Tuesday

      Length: 3 words
      Body

      It is over.

      End of Document
      """;

  private static final String FACTIVA =
      """
      Home Desk; SECTA
      Bridge to close
      By Lynda Snell
      12 words
      6 May 2024
      The Borchester Echo
      BORECH
      Late Edition - Final
      1
      English
      Copyright 2024 The Borchester Echo. All Rights Reserved.

      The mayor said the bridge would be closed.

      "We will be cut off," said Joe Grundy.

      Document BORECH0020240506ek56000ab

      HD
      Fair is over
      WC
      3 words
      PD
      7 May 2024
      SN
      The Felpersham Times
      LA
      English
      CY
      Copyright 2024 The Felpersham Times
      LP
      It is over.
      TD
      Really.
      AN
      Document FELPTI0020240507ek570001c
      """;

  @Test
  void a_nexis_text_gives_each_article_without_the_lines_around_it() {
    List<Article> articles = read(NEXIS).articles();
    assertThat(articles).hasSize(2);
    assertThat(articles.get(0).text())
        .hasToString(
            "The mayor said the bridge would be closed.\n\n\"We will be cut off,\" said Joe Grundy.");
    assertThat(articles.get(1).text()).hasToString("It is over.");
    Metadata first = articles.get(0).metadata();
    assertThat(first.title()).contains("Bridge to Close");
    assertThat(first.publisher()).contains("The Borchester Echo");
    assertThat(first.published()).contains("2024-05-06");
    assertThat(first.authors()).containsExactly("Lynda Snell", "Joe Grundy");
    assertThat(first.section()).contains("Section A; Column 0; Metropolitan Desk; Pg. 1");
    assertThat(first.rights()).contains("Copyright 2024 The Borchester Echo");
    assertThat(first.language()).contains("en");
    assertThat(first.url()).contains("http://www.echo.example/bridge");
    assertThat(articles.get(1).metadata().title()).contains("Fair is over");
  }

  @Test
  void the_newer_form_of_nexis_has_the_headline_above_the_newspaper() {
    List<Article> articles = read(NEXIS_UNI).articles();
    assertThat(articles)
        .extracting(it -> it.text().toString())
        .containsExactly("The mayor said the bridge would be closed.", "It is over.");
    assertThat(articles)
        .extracting(it -> it.metadata().title().orElse(""))
        .containsExactly("Bridge to Close", "Fair is over");
    Metadata first = articles.get(0).metadata();
    assertThat(first.publisher()).contains("The Borchester Echo");
    assertThat(first.authors()).containsExactly("Lynda Snell");
    assertThat(first.published()).contains("2024-05-06");
  }

  @Test
  void factiva_gives_each_article_with_its_id() {
    List<Article> articles = read(FACTIVA).articles();
    assertThat(articles)
        .extracting(Article::id)
        .containsExactly("BORECH0020240506ek56000ab", "FELPTI0020240507ek570001c");
    assertThat(articles)
        .extracting(it -> it.text().toString())
        .containsExactly(
            "The mayor said the bridge would be closed.\n\n\"We will be cut off,\" said Joe Grundy.",
            "It is over.\n\nReally.");
    assertThat(articles)
        .extracting(it -> it.metadata().title().orElse(""))
        .containsExactly("Bridge to close", "Fair is over");
    assertThat(articles)
        .extracting(it -> it.metadata().publisher().orElse(""))
        .containsExactly("The Borchester Echo", "The Felpersham Times");
    assertThat(articles)
        .extracting(it -> it.metadata().published().orElse(""))
        .containsExactly("2024-05-06", "2024-05-07");
    assertThat(articles.get(0).metadata().authors()).containsExactly("Lynda Snell");
    assertThat(articles.get(0).metadata().section()).contains("Home Desk; SECTA");
  }

  @Test
  void the_same_exports_are_read_as_web_pages_and_word_documents() throws java.io.IOException {
    for (String export : List.of(NEXIS, NEXIS_UNI, FACTIVA)) {
      List<String> texts =
          read(export).articles().stream().map(it -> it.text().toString()).toList();
      String html =
          "<html><body>"
              + export.lines().map(it -> "<p>" + it.strip() + "</p>").collect(Collectors.joining())
              + "</body></html>";
      assertThat(FormatsTest.read("a.html", html).articles())
          .extracting(it -> it.text().toString())
          .hasSameSizeAs(texts);
      String word =
          export
              .lines()
              .map(it -> "<w:p><w:r><w:t>" + it.strip() + "</w:t></w:r></w:p>")
              .collect(Collectors.joining("", "<w:document xmlns:w='urn:w'>", "</w:document>"));
      byte[] docx = FormatsTest.zip("[Content_Types].xml", "", "word/document.xml", word);
      assertThat(ReadResult.of(new FormatDetectingReader(10_000), "a.docx", docx).articles())
          .extracting(it -> it.metadata().title())
          .isEqualTo(read(export).articles().stream().map(it -> it.metadata().title()).toList());
    }
  }

  @Test
  void an_article_that_is_too_long_is_named_and_the_others_are_kept() {
    String text = NEXIS.replace("It is over.", "It is over. ".repeat(20_000));
    ReadResult reading = read(text);
    assertThat(reading.articles()).hasSize(1);
    assertThat(reading.problems()).singleElement().asString().contains("line 36", "--max-length");
  }

  @Test
  void articles_and_reported_documents_add_up_to_the_documents_of_an_export() {
    List<String> documents =
        List.of(
            "The Echo\n\nMay 6, 2024 Monday\n\nFair\n\nLENGTH: 3 words\n\nIt is over.\n",
            "We are sorry but there is an error in this document and it is not possible to\ndisplay"
                + " it.\n",
            "The Echo\n\nMay 6, 2024 Monday\n\nFair\n\nLENGTH: 0 words\n",
            "\n");
    Random random = new Random(28);
    for (int size = 1; size < 40; size++) {
      StringBuilder export = new StringBuilder("Cover page\n\n");
      for (int i = 1; i <= size; i++) {
        export.append("\n%d of %d DOCUMENTS\n\n".formatted(i, size));
        export.append(documents.get(random.nextInt(documents.size())));
      }
      ReadResult reading = read(export.toString());
      assertThat(reading.articles().size() + reading.failures()).isEqualTo(size);
      assertThat(reading.problems()).allSatisfy(it -> assertThat(it).contains("document "));
    }
  }

  @Test
  void a_text_without_such_lines_stays_one_article() {
    assertThat(
            read("Headline\n\nThis is a document of two lines.\n\nEnd of the document.").articles())
        .singleElement()
        .satisfies(it -> assertThat(it.id()).isEqualTo("a"));
  }

  private static ReadResult read(String text) {
    return FormatsTest.read("a.txt", text);
  }

  @Test
  void each_line_of_an_export_is_decoded_in_its_own_encoding() {
    String filler = "Snell: é\n".repeat(2000);
    byte[] utf8 = NEXIS.replace("The mayor said", filler + "The mayor said").getBytes(UTF_8);
    String[] parts = new String(utf8, ISO_8859_1).split("We will be cut off", 2);
    byte[] mixed =
        (parts[0] + "We will be cut off, René, \u0093soon\u0094" + parts[1]).getBytes(ISO_8859_1);
    ReadResult reading = ReadResult.of(new FormatDetectingReader(100_000), "a.txt", mixed);
    assertThat(reading.articles().get(0).text().toString())
        .contains("Snell: é\n", "René, “soon”")
        .doesNotContain("\uFFFD");
    assertThat(reading.problems()).singleElement().asString().contains("Windows-1252");
  }
}
