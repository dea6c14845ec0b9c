package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;

/** Quoted text, time and context of statements in the API, on pages and in downloads. */
class CitedStatementsTest {
  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, UnaryOperator.identity());
    served.put(HandMade.interview());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static JsonNode statement(String query) throws Exception {
    JsonNode found = new ObjectMapper().readTree(served.get("api/statements?" + query).body());
    assertThat(found.path("statements")).hasSize(1);
    return found.path("statements").get(0);
  }

  @Test
  void the_api_gives_the_words_in_quotation_marks_the_time_and_the_sentence() throws Exception {
    JsonNode found = statement("q=stays");
    assertThat(found.path("content").asText()).isEqualTo("“It stays open” … “and so do we.”");
    assertThat(found.path("quotedText").asText()).isEqualTo("It stays open … and so do we.");
    assertThat(found.at("/saidOn/value").asText()).isEqualTo("2016-10-12");
    assertThat(found.at("/saidOn/text").asText()).isEqualTo("on Wednesday");
    assertThat(found.at("/article/published").asText()).isEqualTo("2016-10-13");
    assertThat(found.at("/context/text").asText())
        .isEqualTo("“It stays open,” Ada Novak said on Wednesday, “and so do we.”");
    assertThat(found.at("/context/begin").asInt()).isEqualTo(20);
    assertThat(found.at("/context/end").asInt()).isEqualTo(81);
  }

  @Test
  void an_indirect_statement_has_no_quoted_text_and_no_time_unless_its_sentence_gives_one()
      throws Exception {
    JsonNode found = statement("q=failed");
    assertThat(found.has("quotedText")).isFalse();
    assertThat(found.has("saidOn")).isFalse();
    assertThat(found.at("/context/text").asText()).isEqualTo("the Harbour Party had failed");
  }

  @Test
  void pages_name_the_time_of_the_statement() throws Exception {
    assertThat(served.get("statements?speaker=Ada+Novak").body())
        .contains("said <time datetime=\"2016-10-12\">12 Oct 2016</time>");
    assertThat(served.get("article/interview", "Accept", "text/html").body())
        .contains(", said 12 Oct 2016 (“on Wednesday”)");
  }

  @Test
  void pages_show_the_sentence_of_a_statement() throws Exception {
    assertThat(served.get("statements?q=stays").body())
        .contains(
            "<span class=\"frame\"></span>“It stays open,” Ada Novak said on Wednesday, “and so do we.”");
  }

  @Test
  void a_citation_has_the_sentence_word_for_word_and_an_address_that_opens() throws Exception {
    String page = served.get("statements?q=stays").body();
    Matcher link = Pattern.compile("href=\"/(cite\\?statement=[^\"]+)\"").matcher(page);
    assertThat(link.find()).isTrue();
    String cited = served.get(link.group(1).replace("cite?", "statements.txt?")).body();
    assertThat(cited)
        .startsWith("““It stays open,” Ada Novak said on Wednesday, “and so do we.””")
        .contains("(Ada Novak, said 12 October 2016.)", "13 October 2016");
    String text = served.get("api/articles/interview").body();
    assertThat(text).contains("“It stays open,” Ada Novak said on Wednesday, “and so do we.”");
    Matcher address = Pattern.compile(served.server.address() + "(\\S+)").matcher(cited);
    assertThat(address.find()).isTrue();
    assertThat(served.get(address.group(1), "Accept", "text/html").statusCode()).isEqualTo(200);
    assertThat(served.get(link.group(1)).body()).contains("BibTeX", "CSL-JSON", "RIS", "Markdown");
  }

  @Test
  void a_statement_with_an_iri_of_an_editors_choice_is_shown_fed_and_cited() throws Exception {
    String update =
        "PREFIX news: <https://w3id.org/newsgraph/ontology#>"
            + " INSERT DATA { GRAPH <http://localhost:3030/article/interview> {"
            + " <http://localhost:3030/article/interview> news:statement <urn:said:1> ."
            + " <urn:said:1> a news:Statement, news:DirectStatement ; news:begin 0 ; news:end 4 ;"
            + " news:content 'Kelp grows' } }";
    assertThat(
            served
                .send(
                    "POST",
                    "news/update",
                    update,
                    "Content-Type",
                    "application/sparql-update",
                    "Authorization",
                    Served.login(Served.EDITOR, Served.PASSWORD))
                .statusCode())
        .isBetween(200, 204);
    assertThat(served.get("statements?q=kelp").body()).contains("/cite?statement=urn%3Asaid%3A1");
    assertThat(served.get("feed.atom?q=kelp").body()).contains("href=\"urn:said:1\"");
    assertThat(served.get("statements.txt?statement=urn%3Asaid%3A1").body())
        .contains("“Kelp grows”");
  }

  @Test
  void all_statements_of_a_filter_are_cited_in_one_file() throws Exception {
    ObjectMapper json = new ObjectMapper();
    int found =
        json.readTree(served.get("api/statements?speaker=Ada+Novak").body())
            .path("statements")
            .size();
    assertThat(found).isGreaterThan(1);
    assertThat(served.get("statements.ris?speaker=Ada+Novak").body().split("TY  - "))
        .hasSize(found + 1);
    assertThat(json.readTree(served.get("statements.csl.json?speaker=Ada+Novak").body()))
        .hasSize(found);
    assertThat(served.get("statements.bib?speaker=Nobody").body()).isEmpty();
    assertThat(served.get("cite?statement=article/none%23statement=1,2").statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_table_of_statements_has_quoted_text_and_time() throws Exception {
    assertThat(served.get("statements.csv?speaker=Ada+Novak").body())
        .contains(",quoted,said_on,said_on_words")
        .contains(",It stays open … and so do we.,2016-10-12,on Wednesday");
  }

  @Test
  void the_text_index_finds_the_words_in_quotation_marks_alone() throws Exception {
    assertThat(ask("stays")).contains("true");
    assertThat(ask("failed")).contains("false");
  }

  private static String ask(String words) throws Exception {
    String query =
        "PREFIX news: <https://w3id.org/newsgraph/ontology#>"
            + " PREFIX text: <http://jena.apache.org/text#>"
            + " ASK { ?statement text:query (news:quotedText '"
            + words
            + "') }";
    return served.get("news/sparql?query=" + URLEncoder.encode(query, UTF_8)).body();
  }
}
