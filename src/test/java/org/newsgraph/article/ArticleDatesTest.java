package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.layout.ArticleHeader;

/** Tests of the dates in the header of a text. */
final class ArticleDatesTest {
  private static final String BODY =
      "The ferry will stop in June, the council of Belton decided after a debate of two hours.";

  private static Metadata metadata(String... paragraphs) {
    Text text = new Text(String.join("\n\n", paragraphs));
    return ArticleHeader.metadata(text, Layout.of(text, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          May 8, 2024                                            ; 2024-05-08
          8 May 2024                                             ; 2024-05-08
          MAY 8TH, 2024                                          ; 2024-05-08
          Tuesday 7th May 2024                                   ; 2024-05-07
          2024-05-08                                             ; 2024-05-08
          2024-05-08T10:42:00Z                                   ; 2024-05-08T10:42:00Z
          Published: Wednesday, 8 May 2024 10:42                 ; 2024-05-08T10:42:00
          Published May 8, 2024 at 10:42 p.m. EDT                ; 2024-05-08T22:42:00-04:00
          First published on Wed 8 Sept 2024 10.42 BST           ; 2024-09-08T10:42:00
          Posted on 8 May 2024, 10:42 GMT                        ; 2024-05-08T10:42:00Z
          Published 10:42 AM EDT, May 8, 2024                    ; 2024-05-08T10:42:00-04:00
          Posted on 8 May 2024, 10:42 +0200                      ; 2024-05-08T10:42:00+02:00
          28/05/2024 10:42                                       ; 2024-05-28T10:42:00
          Published: 28.05.2024                                  ; 2024-05-28
          28 mai 2024                                            ; 2024-05-28
          May 8, 2024 • 5 min read                               ; 2024-05-08
          BELTON, 8 May 2024                                     ; 2024-05-08
          BELTON 2024-05-08                                      ; 2024-05-08
          Belton Herald | Wednesday, May 8, 2024                 ; 2024-05-08
          May 8, 2024 / 10:42 AM EDT / Belton Herald             ; 2024-05-08
          Updated 9 May 2024                                     ; 2024-05-09
          Published May 8, 2024 at 10 a.m.                       ; 2024-05-08T10:00:00
          May 8, 2024 Updated 9:10 p.m. ET                       ; 2024-05-08
          Belton Herald, May 8, 2024, page A4                    ; 2024-05-08
          Wednesday May 08 2024, 12.01am, The Belton Herald      ; 2024-05-08T00:01:00
          BELTON, Vt., May 8, 2024 (UPI) -- The ferry will stop. ; 2024-05-08
          BELTON, May 8, 2024 /PRNewswire/ -- The ferry stops.   ; 2024-05-08
          """)
  void a_date_line_below_the_byline_is_the_date_of_the_article(String line, String published) {
    assertThat(metadata("Council stops the ferry", "By Olga Brandt", line, BODY).published())
        .hasValue(published);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry opened on May 8, 2024.",
        "On May 8, 2024, the ferry sank",
        "Flood of May 8, 2024: the town remembers",
        "Until 8 May 2024",
        "1200 March Road, Belton",
        "12 May Street, Belton 2024",
        "May 2024",
        "8 May",
        "45 May 2024",
        "08/05/2024",
        "20240508",
        "1715157720"
      })
  void other_lines_below_the_byline_give_no_date(String line) {
    assertThat(metadata("Council stops the ferry", "By Olga Brandt", line, BODY).published())
        .isEmpty();
  }

  @Test
  void a_line_may_give_the_date_of_a_change_in_addition() {
    Metadata metadata =
        metadata(
            "Council stops the ferry",
            "By Olga Brandt",
            "PUBLISHED: May 8, 2024 at 10:42 AM | UPDATED: May 9, 2024 at 1:00 AM",
            BODY);
    assertThat(metadata.published()).hasValue("2024-05-08T10:42:00");
    assertThat(metadata.modified()).hasValue("2024-05-09T01:00:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      textBlock =
          """
          Council stops the ferry|Olga Brandt|May 8, 2024                          ; Olga Brandt ; -
          Council stops the ferry|Olga Brandt in Belton|8 May 2024                 ; Olga Brandt ; -
          Council stops the ferry|Olga Brandt, The Belton Herald|8 May 2024        ; Olga Brandt ; -
          Council stops the ferry|Olga Brandt|Belton Herald|8 May 2024             ; Olga Brandt ; -
          Council stops the ferry|A debate of two hours|Olga Brandt|8 May 2024     ; Olga Brandt ; -
          Council stops the ferry|The End of a Ferry|8 May 2024                    ; -           ; -
          Council stops the ferry|By Olga Brandt, BBC News, Belton|8 May 2024      ; Olga Brandt ; -
          The Belton Herald|8 May 2024|Council stops the ferry|By Olga Brandt      ; Olga Brandt ; The Belton Herald
          BELTON HERALD|Page 4|Council stops the ferry|By Olga Brandt              ; Olga Brandt ; BELTON HERALD
          Belton Herald, May 8, 2024, p. 4|Council stops the ferry|By Olga Brandt  ; Olga Brandt ; Belton Herald
          News|Council stops the ferry|By Olga Brandt                              ; Olga Brandt ; -
          """)
  void headline_author_and_newspaper_are_found_around_the_date(
      String lines, String author, String publisher) {
    Metadata metadata = metadata((lines + "|" + BODY).split("\\|", -1));
    assertThat(metadata.title()).hasValue("Council stops the ferry");
    assertThat(metadata.authors()).isEqualTo(Stream.ofNullable(author).toList());
    assertThat(metadata.publisher()).isEqualTo(Optional.ofNullable(publisher));
  }

  @Test
  void a_newspaper_after_the_name_is_not_an_author() {
    assertThat(
            metadata("Council stops the ferry", "By Olga Brandt | Belton Herald", BODY).authors())
        .containsExactly("Olga Brandt");
  }

  @Test
  void a_headline_in_capitals_may_have_two_lines() {
    assertThat(metadata("COUNCIL STOPS\nTHE FERRY", "By Olga Brandt", BODY).title())
        .hasValue("COUNCIL STOPS THE FERRY");
  }

  @Test
  void the_byline_may_contain_the_date() {
    Metadata metadata =
        metadata("Council stops the ferry", "By Olga Brandt, 8 May 2024 10:42", BODY);
    assertThat(metadata.published()).hasValue("2024-05-08T10:42:00");
    assertThat(metadata.authors()).containsExactly("Olga Brandt");
  }

  @Test
  void the_date_may_be_above_the_headline() {
    Metadata metadata = metadata("May 8, 2024", "Council stops the ferry", BODY);
    assertThat(metadata.published()).hasValue("2024-05-08");
    assertThat(metadata.title()).hasValue("Council stops the ferry");
  }

  @Test
  void a_date_below_the_first_sentence_is_not_the_date_of_the_article() {
    assertThat(metadata("Council stops the ferry", "By Olga Brandt", BODY, "8 May 2024", BODY))
        .extracting(Metadata::published)
        .isEqualTo(Optional.empty());
  }

  @Test
  void a_date_without_headline_and_byline_is_not_the_date_of_the_article() {
    assertThat(metadata("8 May 1945", BODY + " " + BODY).published()).isEmpty();
  }
}
