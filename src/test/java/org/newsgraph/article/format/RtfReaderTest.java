package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Metadata;

/** Reads synthetic rich text as Word, LibreOffice, TextEdit and WordPad write it. */
class RtfReaderTest {
  static Stream<Oddity> oddities() {
    return Oddity.table("rtf-oddities.txt");
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void the_text_of_a_document_is_read(Oddity oddity) {
    String text = read(oddity.input()).article().text().toString();
    assertThat(text.lines().filter(it -> !it.isBlank()).collect(Collectors.joining("\n")))
        .isEqualTo(oddity.expected());
  }

  @Test
  void properties_become_metadata_and_paragraphs_are_separated_by_blank_lines() {
    ReadResult reading =
        read(
            "{\\rtf1{\\info{\\title {\\upr{Fare ?}{\\*\\ud{Fare \\u8211-}}} rises}"
                + "{\\author Ida Holm}{\\creatim\\yr2024\\mo5\\dy7\\hr10\\min42}}"
                + "Fare rises\\par\\par\\par The fare rises.\\par It is late.\\par}");
    assertThat(reading.article().text())
        .hasToString("Fare rises\n\nThe fare rises.\n\nIt is late.");
    Metadata metadata = reading.article().metadata();
    assertThat(metadata.title()).contains("Fare – rises");
    assertThat(metadata.authors()).containsExactly("Ida Holm");
    assertThat(metadata.published()).contains("2024-05-07T10:42");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void a_truncated_document_is_read_with_a_warning() {
    ReadResult reading = read("{\\rtf1 The fare rises.\\par {\\b It is");
    assertThat(reading.article().text()).hasToString("The fare rises.\n\nIt is");
    assertThat(reading.problems()).singleElement().asString().contains("truncated");
    assertThat(reading.failures()).isZero();
  }

  @Test
  void a_document_of_groups_alone_is_rejected_with_a_reason() {
    for (String content : List.of("{".repeat(200_000), "{\\rtf1" + "{".repeat(200_000))) {
      ReadResult reading = ReadResult.of(new RtfReader(10_000), "a.rtf", content);
      assertThat(reading.articles()).isEmpty();
      assertThat(reading.problems()).singleElement().asString().contains("nested more than");
    }
  }

  @Test
  void any_file_name_is_recognised_and_an_empty_document_fails() {
    ReadResult reading =
        ReadResult.of(new FormatDetectingReader(10_000), "letter.doc", "{\\rtf1 Text.\\par}");
    assertThat(reading.article().text()).hasToString("Text.");
    assertThat(read("{\\rtf1 }").failures()).isEqualTo(1);
  }

  private static ReadResult read(String content) {
    return ReadResult.of(new FormatDetectingReader(10_000), "a.rtf", content);
  }
}
