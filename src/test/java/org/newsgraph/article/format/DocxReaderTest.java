package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Metadata;

/** Reads synthetic Word documents. */
class DocxReaderTest {
  private static final String NOTES =
      """
      <w:footnotes xmlns:w="urn:w">
      <w:footnote w:type="separator" w:id="1"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>A note.</w:t></w:r></w:p></w:footnote>
      <w:footnote w:id="3"><w:p><w:r><w:t>Deleted.</w:t></w:r></w:p></w:footnote>
      </w:footnotes>""";

  static Stream<Oddity> oddities() {
    return Oddity.table("docx-oddities.txt");
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void the_text_of_a_document_is_read(Oddity oddity) throws IOException {
    String text = read("word/document.xml", oddity.input()).article().text().toString();
    assertThat(text.lines().filter(it -> !it.isBlank()).collect(Collectors.joining("\n")))
        .isEqualTo(oddity.expected());
  }

  @Test
  void a_byline_and_a_date_are_preferred_to_the_properties_of_a_template() throws IOException {
    String body =
        Stream.of("Mill to close", "By Olga Brandt", "6 May 2021", "The mill closes in June.")
            .map(it -> "<w:p><w:r><w:t>" + it + "</w:t></w:r></w:p>")
            .collect(Collectors.joining());
    byte[] docx =
        FormatsTest.zip(
            "[Content_Types].xml",
            "",
            "word/document.xml",
            "<w:document xmlns:w='urn:w'><w:body>" + body + "</w:body></w:document>",
            "docProps/core.xml",
            "<p xmlns:c='c'><c:title>Document1</c:title><c:creator>Windows User</c:creator>"
                + "<c:created>2011-01-01T00:00:00Z</c:created></p>");
    Metadata metadata =
        ReadResult.of(new FormatDetectingReader(10_000), "a.docx", docx).article().metadata();
    assertThat(metadata.title()).hasValue("Mill to close");
    assertThat(metadata.authors()).containsExactly("Olga Brandt");
    assertThat(metadata.published()).hasValue("2021-05-06");
  }

  @Test
  void the_text_may_be_in_a_part_with_a_number() throws IOException {
    String body = "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>";
    assertThat(read("word/document2.xml", body).article().text()).hasToString("Text.");
  }

  private static ReadResult read(String part, String body) throws IOException {
    String document =
        "<w:document xmlns:w='urn:w' xmlns:mc='urn:mc'><w:body>" + body + "</w:body></w:document>";
    byte[] docx =
        FormatsTest.zip("[Content_Types].xml", "", part, document, "word/footnotes.xml", NOTES);
    return ReadResult.of(new FormatDetectingReader(10_000), "a.docx", docx);
  }
}
