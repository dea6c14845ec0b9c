package org.newsgraph.query.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.serve.Served;

/** Statements are found by their speakers' roles in articles and in a knowledge base. */
final class RoleIndexTest {
  private static final Pattern EDITOR = Pattern.compile("href=\"/query\\?query=([^\"]+)\"");
  private static final String ADA = "must not be forgotten";
  private static final String DOCKER = "We wait";

  @TempDir static Path folder;
  private static Served served;

  /** Adds two invented facts, as a knowledge base would provide them. */
  @BeforeAll
  static void serve() throws Exception {
    served = new Served(folder, UnaryOperator.identity());
    String base = served.store.iris().base();
    int status =
        served
            .send(
                "POST",
                "news/update",
                """
                PREFIX wdt: <http://www.wikidata.org/prop/direct/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                INSERT DATA { GRAPH <%1$sgraph/entities> {
                  <%2$s> wdt:P102 <urn:tide> ; wdt:P106 <urn:diver> .
                  <urn:tide> rdfs:label "Tidal Union"@en . <urn:diver> rdfs:label "diver"@en } }
                """
                    .formatted(base, served.store.iris().entity("Ada Novak").getURI()),
                "Content-Type",
                "application/sparql-update",
                "Authorization",
                Served.login(Served.EDITOR, Served.PASSWORD))
            .statusCode();
    assertThat(status).isEqualTo(204);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static String page(String role) throws IOException, InterruptedException {
    return served.get("statements?role=" + URLEncoder.encode(role, UTF_8)).body();
  }

  @ParameterizedTest
  @CsvSource({
    "Harbour Party leader, its words",
    "leaders harbour, in any order and the plural",
    "LEADER, in capitals",
    "lead, by their beginning",
    "Tidal Union, by the party that the knowledge base knows",
    "Tidal leader, by a role in the article and that party together",
    "divers, by the occupation that the knowledge base knows"
  })
  void who_has_the_role_or_the_party_is_found(String role, String how) throws Exception {
    assertThat(page(role)).as(how).contains(ADA).doesNotContain(DOCKER);
  }

  @Test
  void who_is_described_by_a_role_alone_is_found_too() throws Exception {
    assertThat(page("dockers in Aleppo")).contains(DOCKER).doesNotContain(ADA);
  }

  @ParameterizedTest
  @CsvSource({"Tidal docker", "arbour", "???", "nobody of the sort", "' OR 1=1 \" } DROP ALL #'"})
  void who_has_it_not_is_not(String role) throws Exception {
    assertThat(page(role)).contains("No statements match").doesNotContain(ADA, DOCKER);
  }

  @Test
  void it_goes_together_with_other_conditions() throws Exception {
    assertThat(served.get("statements?role=leader&about=Aleppo").body()).contains(ADA);
    assertThat(served.get("statements?role=leader&about=Aleppo&kind=indirect").body())
        .contains("No statements match");
    assertThat(served.get("statements?role=leader&q=forgotten").body()).contains(ADA);
    assertThat(served.get("statements?role=docker&q=forgotten").body())
        .contains("No statements match");
    assertThat(served.get("statements?role=docker&speaker=Ada+Novak").body())
        .contains("No statements match");
    assertThat(served.get("statements.csv?role=docker").body())
        .contains(DOCKER)
        .doesNotContain(ADA);
  }

  @ParameterizedTest
  @CsvSource({"leader harbour", "Tidal leader", "divers", "docker", "nobody of the sort", "???"})
  void the_sparql_that_is_shown_finds_the_same(String role) throws Exception {
    String page = page(role);
    Matcher query = EDITOR.matcher(page);
    assertThat(query.find()).isTrue();
    String sparql = URLDecoder.decode(query.group(1).replace("&amp;", "&"), UTF_8);
    String rows =
        served
            .get("news/sparql?query=" + URLEncoder.encode(sparql, UTF_8), "Accept", "text/csv")
            .body();
    assertThat(rows).startsWith("statement,said,who");
    assertThat(rows.contains(ADA)).isEqualTo(page.contains(ADA));
    assertThat(rows.contains(DOCKER)).isEqualTo(page.contains(DOCKER));
  }

  @Test
  void roles_and_parties_are_suggested_with_how_many_have_them() throws Exception {
    assertThat(served.get("suggest?of=role&q=har").body())
        .contains("Harbour Party leader", "1 speaker", "/statements?role=Harbour+Party+leader");
    assertThat(served.get("suggest?of=role&q=tidal").body()).contains("Tidal Union");
    assertThat(served.get("suggest?of=entity&q=tidal").body()).doesNotContain("Tidal Union");
    assertThat(served.get("suggest?q=leader").body()).contains("Harbour Party leader");
  }

  @Test
  void a_search_for_a_role_leads_to_who_has_it() throws Exception {
    assertThat(served.get("search?q=Tidal+leaders").body())
        .contains("1 speaker holds such a role", "/statements?role=Tidal+leaders");
  }

  @Test
  void a_role_is_cut_into_the_beginnings_of_its_words() {
    assertThat(RoleIndex.prefixes("Labour MPs")).containsExactly("labour", "mp");
    assertThat(RoleIndex.prefixes("secretaries of the press")).contains("secretar", "press");
    assertThat(RoleIndex.prefixes(" -- ")).isEmpty();
  }
}
