package org.newsgraph.serve.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.statement.ArticleReference;

final class CitationFormatTest {
  private static final Citation CITATION =
      citation("“We pay 5% & more,” Ms Roe said.", "2016-10-13T08:00:00Z");

  private static Citation citation(String words, String issued) {
    return new Citation(
        words,
        "Ann Roe",
        "",
        ReportStatus.SAID,
        new ArticleReference(
            "a1",
            "Water_price",
            List.of("Bo Lind", "Ida Ek"),
            Optional.of("https://paper.example/1")),
        "Halden Herald",
        issued,
        "http://desk.example/article/a1#statement=1,9");
  }

  @Test
  void text_has_sentence_speaker_authors_headline_paper_date_and_both_addresses() {
    assertThat(CitationFormat.TEXT.write(List.of(CITATION)))
        .isEqualTo(
            "““We pay 5% & more,” Ms Roe said.” (Ann Roe.) Bo Lind, Ida Ek, “Water_price”, Halden"
                + " Herald, 13 October 2016. https://paper.example/1"
                + " http://desk.example/article/a1#statement=1,9\n");
  }

  @Test
  void markdown_quotes_the_sentence_and_escapes_markup() {
    assertThat(CitationFormat.MARKDOWN.write(List.of(CITATION)))
        .startsWith("> “We pay 5% & more,” Ms Roe said.\n>\n> — Ann Roe. ")
        .contains("“Water\\_price”");
  }

  @Test
  void bibtex_escapes_what_tex_would_read_as_a_command() {
    assertThat(CitationFormat.BIBTEX.write(List.of(CITATION, CITATION)))
        .contains("@article{roe2016-1,", "@article{roe2016-2,")
        .contains("author = {{Bo Lind} and {Ida Ek}}", "title = {{Water\\_price}}")
        .contains("year = {2016}", "month = {10}", "day = {13}")
        .contains("url = {https://paper.example/1}", "5\\% \\& more");
  }

  @Test
  void ris_has_one_line_per_field() {
    assertThat(CitationFormat.RIS.write(List.of(citation("One\nline", "2016-10"))))
        .contains("TY  - NEWS\r\n", "AU  - Bo Lind\r\nAU  - Ida Ek\r\n", "DA  - 2016/10//\r\n")
        .contains("N1  - “One line” (Ann Roe)\r\n")
        .endsWith("ER  - \r\n\r\n");
  }

  @Test
  void csl_json_has_the_date_in_its_parts() throws Exception {
    JsonNode item =
        new ObjectMapper().readTree(CitationFormat.CSL_JSON.write(List.of(CITATION))).get(0);
    assertThat(item.path("type").asText()).isEqualTo("article-newspaper");
    assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2016,10,13]");
    assertThat(item.at("/author/1/literal").asText()).isEqualTo("Ida Ek");
    assertThat(item.path("URL").asText()).isEqualTo("https://paper.example/1");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-10-13,13 October 2016",
    "2016-10,October 2016",
    "2016,2016",
    "2016-13-40,''",
    "yesterday,''",
    "'',''"
  })
  void a_date_is_written_as_far_as_it_is_known(String issued, String text) {
    assertThat(PublicationDate.of(issued).text()).isEqualTo(text);
  }

  @Property
  void the_words_stand_in_the_text_as_they_are(@ForAll String words) {
    assertThat(CitationFormat.TEXT.write(List.of(citation(words, "")))).contains(words);
  }
}
