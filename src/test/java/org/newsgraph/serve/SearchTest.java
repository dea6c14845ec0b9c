package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extraction;

/** A search finds the words of articles as they stand there, whatever signs they contain. */
class SearchTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("apostrophes", "Maeve O'Tarrell met Luc D’Orsanne. They couldn't agree."),
          Map.entry("possessive", "Brandley’s downgraded the loan, and Glaziers' wages fell."),
          Map.entry("points", "The U.S. envoy landed at 6 a.m. with a Ph.D. from Wexton."),
          Map.entry("capitals", "The US envoy told us nothing."),
          Map.entry("signs", "R&T sells C++ and F# courses on lessons.wexton.example, yes/no."),
          Map.entry(
              "numbers", "Rates rose 4.75 points to 12,500 crowns at 09:41:07 on 2031-02-03."),
          Map.entry("hyphens", "The e-mail of the well-known co-owner of Al-Marwani Lines."),
          Map.entry("accents", "Zoë Køhler and Chloe\u0301 Strauß ate a crème brûlée."),
          Map.entry("operators", "Ships, AND boats, OR rafts, will NOT sail (not all of them)."),
          Map.entry("invisible", "The light\u00adhouse keeper\u2060s returned."),
          Map.entry("chinese", "港口昨日重新开放。"),
          Map.entry("arabic", "أعلن المرفأُ عن إغلاق"),
          Map.entry("japanese", "フェリーは港を出た。"));

  private static final Pattern WORD_LIKE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’&.,:/_+#\u00ad\u2060-]*|[\\p{L}\\p{N}]+");

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it);
    TEXTS.forEach(SearchTest::put);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void words_are_found_whatever_signs_they_contain() throws Exception {
    Map<String, String> table = new LinkedHashMap<>();
    for (String query :
        List.of(
            "O'Tarrell",
            "O’Tarrell",
            "OʼTarrell",
            "O`Tarrell",
            "otarrell",
            "O Tarrell",
            "Tarrell",
            "O'TARRELL'S",
            "d'orsanne",
            "couldn't",
            "couldnt",
            "\"O’Tarrell met\"")) {
      table.put(query, "apostrophes");
    }
    for (String query : List.of("Brandley", "Brandley's", "Brandleys", "glaziers", "glaziers'")) {
      table.put(query, "possessive");
    }
    table.put("U.S.", "capitals points");
    table.put("US envoy", "capitals points");
    table.put("told us", "capitals");
    table.put("a.m.", "points");
    table.put("PhD", "points");
    for (String query :
        List.of(
            "R&T",
            "R & T",
            "C++",
            "c++",
            "F#",
            "yes/no",
            "wexton.example",
            "lessons.wexton.example",
            "sells C++ (courses")) {
      table.put(query, "signs");
    }
    for (String query :
        List.of("4.75", "12,500", "12500", "09:41:07", "09:41", "41:07", "2031-02-03")) {
      table.put(query, "numbers");
    }
    table.put("475", "");
    table.put("4:75", "");
    for (String query :
        List.of(
            "e-mail",
            "email",
            "well-known",
            "\"well known\"",
            "Al-Marwani",
            "almarwani",
            "Al Marwani",
            "coowner",
            "co‑owner",
            "known -mail")) {
      table.put(query, "hyphens");
    }
    table.put("emails", "hyphens");
    for (String query :
        List.of("Zoe", "Kohler", "Chloe", "Chloé", "STRAUSS", "creme brulee", "Zoë")) {
      table.put(query, "accents");
    }
    for (String query :
        List.of(
            "NOT sail",
            "boats AND ships",
            "rafts OR",
            "OR rafts AND NOT",
            "(not all",
            "all)",
            "boats || rafts",
            "!sail",
            "ships && boats",
            "sail~",
            "^ships",
            "ships\\",
            "{rafts",
            "sail?",
            "boats*",
            "\"boats",
            "/ships/ -")) {
      table.put(query, "operators");
    }
    table.put("[ships TO boats", "");
    table.put("lighthouse", "invisible");
    table.put("keepers", "invisible");
    table.put("重新", "chinese");
    table.put("港口", "chinese");
    table.put("المرفأ", "arabic");
    table.put("フェリー", "japanese");
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> row : table.entrySet()) {
      all.assertThat(String.join(" ", found(row.getKey())))
          .as(row.getKey())
          .isEqualTo(row.getValue());
    }
    all.assertAll();
  }

  @Test
  void each_word_like_part_of_a_text_finds_its_article() throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> text : TEXTS.entrySet()) {
      Set<String> parts = new LinkedHashSet<>(List.of(text.getValue().split("\\s+")));
      WORD_LIKE.matcher(text.getValue()).results().map(MatchResult::group).forEach(parts::add);
      for (String part : parts) {
        all.assertThat(found(part)).as(part).contains(text.getKey());
      }
    }
    all.assertAll();
  }

  @Test
  void words_of_any_signs_find_their_article() throws Exception {
    Random random = new Random(20310203);
    SoftAssertions all = new SoftAssertions();
    List<String> words = Stream.generate(() -> anyWord(random)).limit(40).toList();
    for (int i = 0; i < words.size(); i++) {
      put("any " + i, "Before " + words.get(i) + " after.");
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      all.assertThat(found(word)).as(word).contains("any " + i);
      all.assertThat(found("before " + word + ", after")).as(word).contains("any " + i);
    }
    all.assertAll();
  }

  private static String anyWord(Random random) {
    String[] parts = {"Quill", "o", "N", "7", "42", "ß", "Émile", "x9", "ΩΜ", "港", "ｱ", "ж", "I"};
    String[] signs = {"'", "’", ".", ",", "&", "-", "/", ":", "_", "+", "#", "@", "··", "*", "~"};
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      word.append(parts[random.nextInt(parts.length)]).append(signs[random.nextInt(signs.length)]);
    }
    return word.append(parts[random.nextInt(parts.length)]).toString();
  }

  @Test
  void the_search_page_and_text_query_find_the_same_words() throws Exception {
    for (String query : List.of("O’Tarrell", "NOT sail", "C++", "4.75", "U.S.")) {
      assertThat(served.get("search?q=" + encoded(query)).body())
          .as(query)
          .contains("href=\"/article/");
    }
    assertThat(textQuery("O’Tarrell")).containsExactly("apostrophes");
    assertThat(textQuery("+\"U.S.\" +land")).containsExactly("points");
    assertThat(textQuery("\"C\\\\+\\\\+\"".replace("\"", ""))).containsExactly("signs");
    assertThat(textQuery("R&T")).containsExactly("signs");
    assertThat(textQuery("O’Tar*")).containsExactly("apostrophes");
  }

  @Test
  void highlighting_marks_the_words_that_match() throws Exception {
    String query =
        "PREFIX text: <http://jena.apache.org/text#>"
            + " PREFIX news: <https://w3id.org/newsgraph/ontology#> SELECT ?marked {"
            + " (?article ?score ?marked) text:query (news:text \"%s\" \"highlight:s:<b>|e:</b>\") }";
    assertThat(served.query(query.formatted("OTarrell Orsanne couldn't")).body())
        .contains("Maeve <b>O'Tarrell</b> met Luc D’<b>Orsanne</b>. They <b>couldn't</b> agree");
    assertThat(served.query(query.formatted("R&T F\\\\#")).body())
        .contains("<b>R&T</b> sells C++ and <b>F#</b> courses");
    assertThat(served.query(query.formatted("Chloe strauss")).body())
        .contains("<b>Chloe\u0301 Strauß</b>");
  }

  @Test
  void an_invalid_query_is_explained_in_a_sentence() throws Exception {
    HttpResponse<String> answer =
        served.query("SELECT * { ?x <http://jena.apache.org/text#query> \"(rafts\" }");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("the text query \"(rafts\" is not valid in Lucene's query syntax")
        .doesNotContain("<TERM>", "apache.lucene");
    for (String query : List.of("?!", "\"\"", "(*)")) {
      answer = served.get("api/search?q=" + encoded(query));
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.body()).as(query).contains("the search contains no words");
    }
  }

  private static void put(String id, String text) {
    Metadata metadata =
        new Metadata(
            Optional.of("About " + id.replaceAll("[a-z]+ ?", "number ")),
            List.of(),
            Optional.empty(),
            Optional.of("2031-02-03"),
            Optional.empty(),
            Optional.empty());
    Article article = new Article(id, new Text(text), metadata);
    served.put(new Extraction(article, List.of(), List.of(), List.of()));
  }

  private static Set<String> found(String query) throws IOException, InterruptedException {
    HttpResponse<String> answer = served.get("api/search?limit=100&q=" + encoded(query));
    assertThat(answer.statusCode()).as(query + ": " + answer.body()).isEqualTo(200);
    Set<String> ids = new TreeSet<>();
    for (JsonNode article : MAPPER.readTree(answer.body()).path("articles")) {
      ids.add(article.path("id").asText());
    }
    return ids;
  }

  private static List<String> textQuery(String query) throws IOException, InterruptedException {
    String rows =
        served
            .query(
                "PREFIX text: <http://jena.apache.org/text#>"
                    + " PREFIX news: <https://w3id.org/newsgraph/ontology#>"
                    + " PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?id {"
                    + " ?article text:query (news:text \""
                    + query.replace("\"", "\\\"")
                    + "\") ; dcterms:identifier ?id }")
            .body();
    return new ArrayList<>(rows.lines().skip(1).toList());
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, UTF_8);
  }
}
