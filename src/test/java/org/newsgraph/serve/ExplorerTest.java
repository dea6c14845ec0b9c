package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

/** The pages of the explorer show the contents of the graph, and escape all of it. */
final class ExplorerTest {
  private static final String EVIL =
      "<script>alert(1)</script>\" onload='x' <img src=x onerror=y> \u202Eevil\u202C "
          + "x".repeat(10_000);

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it);
    served.put(evil());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  /** An article with a hostile name, statement, title and publisher. */
  private static Extraction evil() {
    String text = EVIL + " said: ‘" + EVIL + "’";
    Article article =
        new Article(
            "evil",
            new Text(text),
            new Metadata(
                Optional.of(EVIL),
                List.of(EVIL),
                Optional.of(EVIL),
                Optional.of("2016-10-14"),
                Optional.of("javascript:alert(1)"),
                Optional.of("en")));
    Entity entity = new Entity(EVIL.substring(0, 60), EntityType.PERSON, Set.of(EVIL), true);
    int length = EVIL.codePointCount(0, EVIL.length());
    Span name = new Span(0, length);
    Span words = new Span(length + 8, length + 8 + length);
    return new Extraction(
        article,
        List.of(new Mention(name, EVIL, EntityType.PERSON, entity)),
        List.of(
            new Statement(
                words,
                List.of(words),
                EVIL,
                StatementKind.DIRECT,
                Optional.empty(),
                Optional.of(new Speaker.Known(name, EVIL, entity)),
                Set.of(entity),
                0.9)),
        List.of());
  }

  private static String page(String path) throws Exception {
    var answer = served.get(path, "Accept", "text/html,*/*;q=0.8");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    return answer.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "statements",
        "statements?q=script",
        "search?q=script+evil",
        "article/evil",
        "compare?entity=Aleppo",
        "compare?entity=%3Cscript%3Ealert(1)%3C/script%3E",
        "statements?speaker=%3Cscript%3Ealert(1)%3C/script%3E",
        "search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
      })
  void whatever_articles_and_people_say_stays_text(String path) throws Exception {
    assertThat(page(path)).doesNotContain("<script>", "<img", "onload='x'", "href=\"javascript:");
  }

  @Test
  void a_page_about_a_hostile_name_is_a_page_like_others() throws Exception {
    String name = served.store.iris().entity(EVIL.substring(0, 60)).getURI();
    String path = "entity?iri=" + URLEncoder.encode(name, UTF_8);
    assertThat(page(path)).contains("&lt;script&gt;").doesNotContain("<script>", "<img");
  }

  @Test
  void home_shows_what_is_new_and_who_is_quoted() throws Exception {
    assertThat(page(""))
        .contains("Harbour talks", "Most quoted", "/entity/Ada_Novak", "/query?example=");
  }

  @ParameterizedTest
  @CsvSource({
    "speaker=Ada+Novak, must not be forgotten, We wait",
    "about=Aleppo, must not be forgotten, talks go on",
    "kind=indirect, talks go on, must not be forgotten",
    "q=forgotten, must not be forgotten, We wait",
    "to=2016, must not be forgotten, nothing else",
    "order=speaker, must not be forgotten, nothing else",
    "speaker=http%3A%2F%2Flocalhost%3A3030%2Fentity%2FAda_Novak&kind=direct, must not be, the Harbour Party had failed"
  })
  void statements_can_be_narrowed_down(String query, String there, String notThere)
      throws Exception {
    assertThat(page("statements?" + query)).contains(there).doesNotContain(notThere);
  }

  @ParameterizedTest
  @CsvSource({
    "from=soon, “soon” is not a date",
    "kind=loud, kind must be",
    "order=random, order must be"
  })
  void a_condition_that_is_none_is_refused_with_the_reason(String query, String reason)
      throws Exception {
    var answer = served.get("statements?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void a_wrong_date_is_named_beside_its_field_and_the_other_fields_stay() throws Exception {
    var answer = served.get("statements?speaker=Ada+Novak&from=soon&to=2016");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("value=\"soon\" maxlength=\"500\"", "id=\"from-error\">“soon” is not a date")
        .contains("value=\"Ada Novak\"", "value=\"2016\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"statements?q=&", "timeline?about=Aleppo&q=&", "entity/Ada_Novak.html?kind=&"})
  void a_date_in_words_becomes_an_address_that_means_the_same_tomorrow(String path)
      throws Exception {
    var answer = served.get(path + "from=12+January+2026", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("from=2026-01-12")
        .doesNotContain("q=&", "kind=");
  }

  @ParameterizedTest
  @CsvSource({
    "statements?speaker=Ada+Novak&about=Aleppo&to=2016, 'Ada Novak on Aleppo, until 2016 – Statements'",
    "statements?about=Aleppo, Statements on Aleppo – Statements",
    "statements, Statements",
    "entity/Ada_Novak.html, Ada Novak",
    "graph-view?entity=Ada_Novak, Ada Novak – Network",
    "timeline?about=Aleppo, Statements on Aleppo – Timeline",
    "compare?entity=Aleppo, Compare coverage of Aleppo"
  })
  void the_title_says_what_the_page_shows(String path, String title) throws Exception {
    assertThat(page(path)).contains("<title>" + title + " – Newsgraph</title>");
  }

  @ParameterizedTest
  @CsvSource({
    "statements?speaker=Ada+Nowak, Ada Nowak, /statements?speaker=Ada+Novak",
    "timeline?about=Alepo, Alepo, /timeline?about=Aleppo",
    "compare?entity=Ada+Nowak, Ada Nowak, /compare?entity=Ada+Novak",
    "follow?speaker=Ada+Nowak, Ada Nowak, /follow?speaker=Ada+Novak"
  })
  void an_unknown_name_is_told_with_the_nearest(String path, String name, String nearest)
      throws Exception {
    assertThat(page(path))
        .contains("No entry called “" + name + "”.", "Did you mean", "href=\"" + nearest + "\"");
  }

  @Test
  void the_address_of_an_unknown_entity_offers_the_nearest() throws Exception {
    var answer = served.get("entity/Ada_Nowak", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("No entry called “Ada Nowak”.", "href=\"/entity/Ada_Novak\"");
    assertThat(served.get("entity/Ada_Nowak").body()).isEqualTo("not found: /entity/Ada_Nowak\n");
  }

  @Test
  void a_feed_is_explained_before_it_is_opened() throws Exception {
    assertThat(page(""))
        .contains("<a href=\"/follow\">Follow</a>")
        .doesNotContain("\"/feed.atom\"");
    assertThat(page("follow?speaker=Ada+Novak"))
        .contains(served.server.address() + "feed.atom?speaker=Ada+Novak")
        .contains("rel=\"alternate\" type=\"application/atom+xml\"");
    assertThat(page("entity/Ada_Novak.html"))
        .contains("title=\"Statements by Ada Novak\" href=\"/feed.atom?speaker=Ada+Novak\"");
  }

  @Test
  void a_reader_can_log_in_and_out() throws Exception {
    String reader = Served.login(Served.READER, Served.PASSWORD);
    assertThat(served.get("login?to=/statements").statusCode()).isEqualTo(401);
    var in = served.get("login?to=/statements", "Authorization", reader);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/statements");
    assertThat(served.get("statements", "Authorization", reader).body())
        .contains("<a href=\"/logout\">Log out</a>");
    var out = served.get("logout", "Authorization", reader, "Cookie", "newsgraph-login=1");
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"cookies\"");
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("newsgraph-login=; Max-Age=0");
    assertThat(page("logout?done=1")).contains("Logged out");
    assertThat(served.get("logout?done=1", "Authorization", reader).body())
        .contains("Close the browser to log out");
  }

  @Test
  void an_article_with_a_wrong_date_is_not_added_without_a_word() throws Exception {
    String login = Served.login(Served.EDITOR, Served.PASSWORD);
    var answer =
        served.send(
            "POST",
            "add",
            "title=Undated&text=Nothing+happened.&published=some+day",
            "Content-Type",
            FORM,
            "Authorization",
            login);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("“some day” is not a date", "value=\"Undated\"", "Nothing happened.");
  }

  @Test
  void examples_come_from_the_database() throws Exception {
    assertThat(page("query?example=one-speaker-as-graph.rq"))
        .contains("What did Ada Novak say, as an RDF graph")
        .doesNotContain("Seumas Milne");
  }

  @Test
  void a_table_is_downloaded_as_csv_turtle_and_json_ld() throws Exception {
    assertThat(served.get("statements.csv?speaker=Ada+Novak").body())
        .startsWith("statement,said,kind,confidence,speaker")
        .contains("‘Aleppo must not be forgotten.’,direct")
        .doesNotContain("We wait");
    assertThat(served.get("statements.ttl?speaker=Ada+Novak").body())
        .contains("news:DirectStatement", "must not be forgotten")
        .doesNotContain("We wait");
    assertThat(served.get("statements.json?speaker=Ada+Novak").body())
        .contains("\"@context\"", "must not be forgotten");
    assertThat(served.get("statements.json?speaker=Nobody").body()).isEqualTo("{}");
  }

  @Test
  void no_cell_of_a_download_is_a_formula() throws Exception {
    assertThat(served.get("statements.csv").body().lines())
        .noneMatch(line -> line.matches("(?s).*,\"?[=+@].*"));
  }

  @Test
  void an_article_marks_words_where_they_stand() throws Exception {
    String page = page("article/harbour%201");
    assertThat(page)
        .containsPattern("<q class=\"said direct hue-0\" id=\"statement=\\d+,\\d+\"[^>]*>‘")
        .contains("Speakers", "href=\"/entity/Aleppo\"", "Show the SPARQL");
  }

  @Test
  void an_entity_page_says_what_it_said_and_what_was_said() throws Exception {
    assertThat(page("entity/Ada_Novak.html"))
        .contains("What Ada Novak said", "must not be forgotten")
        .contains("Why are these mentions one person?", "Mentioned with", "leader");
  }

  @Test
  void who_is_known_in_one_article_only_has_a_page_too() throws Exception {
    assertThat(page("entity?iri=" + URLEncoder.encode("article/harbour%201#entity=Blake", UTF_8)))
        .contains("<h1>Blake</h1>");
    assertThat(served.get("entity?iri=nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void who_types_gets_suggestions() throws Exception {
    assertThat(served.get("suggest?q=nov").body()).contains("Ada Novak", "/entity/Ada_Novak");
    assertThat(served.get("suggest?q=forgott").body()).contains("must not be forgotten");
    assertThat(served.get("suggest?q=%3F%3F").body()).contains("\"groups\" : [ ]");
  }

  @Test
  void only_editors_see_forms_and_may_send_them() throws Exception {
    String login = Served.login(Served.EDITOR, Served.PASSWORD);
    assertThat(page("entity/Ada_Novak.html")).contains("/login?to=").doesNotContain("/correct");
    assertThat(served.get("entity/Ada_Novak.html", "Authorization", login).body())
        .contains("action=\"/correct\"", "Split: some articles mean someone else");
    assertThat(served.get("add").statusCode()).isEqualTo(401);
    String reader = Served.login(Served.READER, Served.PASSWORD);
    assertThat(served.get("add", "Authorization", reader).statusCode()).isEqualTo(403);
    assertThat(
            served
                .send("POST", "correct", "kind=forget&entity=Ada+Novak", "Content-Type", FORM)
                .statusCode())
        .isEqualTo(401);
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void an_article_goes_in_and_out_through_pages() throws Exception {
    String login = Served.login(Served.EDITOR, Served.PASSWORD);
    var added =
        served.send(
            "POST",
            "add",
            "title=Two+words&text=Nothing+%3Cb%3Ehappened%3C%2Fb%3E.&publisher=The+Test",
            "Content-Type",
            FORM,
            "Authorization",
            login);
    assertThat(added.statusCode()).isEqualTo(303);
    String path = added.headers().firstValue("Location").orElseThrow().substring(1);
    assertThat(page(path)).contains("Two words", "Nothing &lt;b&gt;happened");
    var out =
        served.send(
            "POST",
            "article-delete",
            "article=" + URLEncoder.encode(served.store.iris().base() + path, UTF_8),
            "Content-Type",
            FORM,
            "Authorization",
            login);
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(served.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void a_login_sends_back_to_pages_of_ours_alone() throws Exception {
    String login = Served.login(Served.EDITOR, Served.PASSWORD);
    for (String to : List.of("//evil.example/", "https://evil.example/", "/\\evil.example")) {
      var answer = served.get("login?to=" + URLEncoder.encode(to, UTF_8), "Authorization", login);
      assertThat(answer.headers().firstValue("Location")).contains("/");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"assets/../Page.class", "assets/%2e%2e/Page.class", "assets/none.css"})
  void only_assets_are_served_as_such(String path) throws Exception {
    assertThat(served.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void scripts_and_styles_stay_small() throws Exception {
    long bytes = 0;
    for (String name :
        List.of(
            "explorer.css",
            "home.css",
            "statements.css",
            "article.css",
            "entity.css",
            "compare.css",
            "theme.js",
            "search.js",
            "cite.css",
            "cite.js",
            "article.js")) {
      bytes += served.get("assets/" + name).body().getBytes(UTF_8).length;
    }
    assertThat(bytes).isLessThan(60_000);
  }
}
