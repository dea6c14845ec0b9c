package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Problems;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.IngestProgress;
import org.newsgraph.serve.NewsServer;
import org.newsgraph.serve.QuickPassword;
import org.newsgraph.serve.Settings;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.browser.Chromium;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.NewsStore;
import org.openqa.selenium.Keys;

/** The typical tasks of users, done in a browser on real articles, mostly by keyboard alone. */
final class ExplorerTasksTest {
  private static final String PASSWORD = "a-long-password";

  private static final String MORE =
      """
      {"id":"ferry-1","title":"Ferry row","publisher":"The Harbour Post","published":"2016-09-01",\
      "text":"Minister Jane Roe said on Monday: \\"The ferry is safe.\\" She accused Russia of delay."}
      {"id":"ferry-2","title":"Ferry row goes on","publisher":"The Island Times",\
      "published":"2016-10-02","text":"Janet Roe said: \\"Nobody asked the islanders.\\" \
      Captain Tom Hill said that Jane Roe had asked Russia for help."}
      """;

  @RegisterExtension static final Chromium browser = new Chromium();
  @TempDir static Path folder;

  private static NewsStore store;
  private static ArticleLinker linker;
  private static ServerCorrector corrector;
  private static NewsServer server;

  @BeforeAll
  static void serve() throws Exception {
    Path more = Files.writeString(folder.resolve("more.jsonl"), MORE);
    Path database = folder.resolve("db");
    assertThat(Command.run("build", "seeds", more.toString(), "--db", database.toString()).status())
        .isZero();
    Path logins = folder.resolve("logins");
    Files.writeString(logins, "ada:editor:" + QuickPassword.hash(PASSWORD) + "\n");
    store = NewsStore.open(database);
    linker = new ArticleLinker(List.of(), 0.5);
    corrector =
        new ServerCorrector(store, linker, new Problems(problem -> {}), IngestProgress.NONE);
    server =
        NewsServer.start(
            store,
            Settings.of("127.0.0.1", 0).withLogins(Logins.read(logins), false),
            Optional.of(new Editing(new ServerIngest(store, linker), corrector)));
  }

  @AfterAll
  static void close() {
    server.close();
    corrector.close();
    linker.close();
    store.close();
  }

  private static void open(String path) {
    browser.open(server.address() + path);
  }

  /** Opens a page as an editor who has logged in. */
  private static void openAsEditor(String path) {
    browser.open(
        server.address().replace("http://", "http://ada:" + PASSWORD + "@") + "login?to=/" + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "statements",
        "statements?q=nothingofthesort",
        "statements?role=Labour+MPs",
        "search?q=Labour+MPs",
        "search?q=Milne",
        "entity/Seumas_Milne.html",
        "entity/Aleppo.html",
        "article/000_aa107be0189a89be",
        "compare",
        "compare?entity=Russia"
      })
  void every_page_is_for_everyone_in_every_light_and_width(String path) {
    for (int width : List.of(1024, 390, 1440)) {
      browser.look(width, 900);
      boolean dark = width == 390;
      browser.dark(dark);
      open(path);
      assertThat(browser.violations()).as(path + (dark ? " dark" : "")).isEmpty();
      assertThat(browser.overflow()).as(path + " at " + width).isZero();
      browser.shoot("page-" + path.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width);
    }
    browser.zoomTwice();
    open(path);
    assertThat(browser.overflow()).as(path + " at 200 %").isZero();
  }

  @Test
  void finding_all_that_milne_said_takes_his_name_and_two_keys() {
    open("");
    browser.begin("1 find all that Milne said");
    browser.tabTo("#search");
    browser.type("Milne");
    browser.until("document.querySelectorAll('[role=option]').length > 0");
    browser.type(Keys.ARROW_DOWN, Keys.ENTER);
    browser.until("document.title.startsWith('Seumas Milne')");
    assertThat(browser.find("main").getText())
        .contains("What Seumas Milne said", "We are not in the business of allocating blame");
    browser.done();
    browser.shoot("task-1-milne");
  }

  @Test
  void a_statement_opens_the_article_at_its_words() {
    open("entity/Seumas_Milne.html");
    browser.begin("2 the exact sentence in the article");
    browser.find("blockquote a[href*='statement=']").click();
    browser.until("document.querySelector('.said.aimed')");
    assertThat(browser.find(".said.aimed").getText()).isNotBlank();
    browser.done();
    assertThat(
            browser.script(
                "const b = document.querySelector('.said.aimed').getBoundingClientRect();"
                    + "return b.top >= 0 && b.bottom <= innerHeight"))
        .isEqualTo(true);
    browser.shoot("task-2-the-words");
  }

  @Test
  void focus_on_a_statement_tells_kind_cue_and_confidence() {
    open("article/000_aa107be0189a89be");
    browser.tabTo(".said");
    assertThat(browser.find(".card").getText())
        .contains("Seumas Milne", "part quote", "confidence");
    browser.type(Keys.ESCAPE);
    assertThat(browser.all(".card")).isEmpty();
    assertThat(browser.all(".margin")).isNotEmpty();
  }

  @Test
  void who_accused_russia_is_a_filter_away() {
    open("");
    browser.begin("3 who accused Russia");
    browser.find("a[href='/statements']").click();
    browser.tabTo("#about");
    browser.type("Russia", Keys.ESCAPE, Keys.ENTER);
    browser.until("location.search.includes('about=Russia')");
    assertThat(browser.find("table").getText()).contains("Seumas Milne");
    browser.done();
    browser.shoot("task-3-russia");
  }

  @Test
  void labour_mps_quoted_are_found_by_role_and_party() {
    open("");
    browser.begin("4 Labour MPs quoted");
    browser.find("a[href='/statements']").click();
    browser.tabTo("#role");
    browser.type("Labour MP");
    browser.until("document.querySelectorAll('[role=option]').length > 0");
    browser.shoot("task-4-labour-suggested");
    browser.type(Keys.ARROW_DOWN, Keys.ENTER, Keys.ENTER);
    browser.until("location.search.includes('role=Labour')");
    assertThat(browser.find("table").getText())
        .contains("John Woodcock", "Jamie Reed")
        .doesNotContain("Pope Francis", "Vladimir Putin");
    browser.done();
    assertThat(browser.violations()).isEmpty();
    browser.shoot("task-4-labour");
  }

  @Test
  void an_article_is_added_and_seen() {
    openAsEditor("add");
    browser.begin("5 add an article and see it");
    browser.find("#title").sendKeys("Lighthouse to close");
    browser
        .find("#text")
        .sendKeys("Keeper Ann Poe said: \"The light must stay on.\" The council disagreed.");
    browser.find("form.sheet button").sendKeys(Keys.ENTER);
    browser.until("document.title.startsWith('Lighthouse to close')");
    assertThat(browser.find(".said").getText()).contains("The light must stay on.");
    browser.done();
    browser.shoot("task-5-added");
  }

  @Test
  void a_wrong_merge_is_corrected_and_taken_back() {
    openAsEditor("entity/Janet_Roe.html");
    browser.begin("6 correct a wrong merge");
    browser.find(".corrections details:nth-of-type(2) summary").sendKeys(Keys.ENTER);
    browser.find("#other").sendKeys("Jane Roe", Keys.ESCAPE, Keys.ENTER);
    browser.until("document.title.startsWith('Corrected')");
    assertThat(browser.find("main").getText()).contains("Merged Janet Roe into Jane Roe");
    open("entity/Jane_Roe.html");
    assertThat(browser.find("main").getText())
        .contains("The ferry is safe.", "Nobody asked the islanders.");
    browser.find(".corrections details:nth-of-type(4) summary").sendKeys(Keys.ENTER);
    browser.find(".corrections details:nth-of-type(4) button").sendKeys(Keys.ENTER);
    browser.until("document.title.startsWith('Corrected')");
    browser.done();
    browser.shoot("task-6-corrected");
    open("entity/Jane_Roe.html");
    assertThat(browser.find("main").getText()).doesNotContain("Nobody asked the islanders.");
  }

  @Test
  void a_table_is_exported() throws Exception {
    browser.download(folder);
    open("statements?speaker=Seumas+Milne");
    browser.begin("7 export a table");
    browser.find("a[href^='/statements.csv']").click();
    Path table = browser.saved(folder, "statements.csv");
    browser.done();
    assertThat(Files.readAllLines(table)).hasSizeGreaterThan(4);
    assertThat(Files.readString(table)).contains("Seumas Milne").doesNotContain("Woodcock");
    browser.shoot("task-7-table");
  }

  @Test
  void a_graph_view_is_shared() {
    browser.allowClipboard();
    open("entity/Seumas_Milne.html");
    browser.begin("8 share a graph view");
    browser.find("a[href^='/graph-view?']").click();
    browser.until("globalThis.network?.nodes.length && !network.running");
    browser.tabTo("#find");
    browser.type("Stop the War", Keys.ENTER);
    press("#chosen button", "Expand");
    browser.until("location.search.includes('unfold=')");
    browser.until("!network.running");
    press("#chosen button", "Pin");
    press("#keep button", "Copy link");
    browser.until("document.getElementById('told').textContent.includes('copied')");
    browser.done();
    Object shown = browser.script("return network.nodes.map(it => it.id).sort().join()");
    Object pinned = browser.script(PINNED);
    browser.shoot("task-8-graph");
    String link = browser.copied();
    assertThat(link).startsWith(server.address() + "graph-view?entity=Seumas_Milne&unfold=");
    browser.open("about:blank");
    browser.open(link);
    browser.until("globalThis.network?.nodes.length && !network.running");
    assertThat(browser.script("return network.nodes.map(it => it.id).sort().join()"))
        .isEqualTo(shown);
    assertThat(browser.script(PINNED)).isEqualTo(pinned);
    browser.shoot("task-8-graph-shared");
  }

  private static final String PINNED =
      "return network.nodes.filter(it => it.fx != null)"
          + ".map(it => [it.name, Math.round(it.fx), Math.round(it.fy)].join()).join(';')";

  private static void press(String buttons, String text) {
    browser.all(buttons).stream()
        .filter(it -> it.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + text))
        .click();
  }

  @Test
  void a_query_is_written_from_an_example() {
    open("query");
    browser.find(".editor");
    browser.begin("9 write a query from an example");
    browser.find("a[href$='people-by-number-of-statements.rq']").click();
    browser.until("/\\d s$/.test(document.getElementById('told').textContent)");
    browser.find(".editor").click();
    browser.chord(Keys.CONTROL, Keys.END);
    browser.type(" LIMIT 3");
    browser.chord(Keys.CONTROL, Keys.ENTER);
    browser.until("document.getElementById('told').textContent.startsWith('3 rows')");
    assertThat(browser.find("#panel").getText()).contains("Seumas Milne");
    browser.done();
    browser.shoot("task-9-query");
  }

  @Test
  void two_papers_are_compared() {
    open("compare");
    browser.begin("10 compare two papers");
    browser.tabTo("#entity");
    browser.type("Russia", Keys.ESCAPE);
    browser.tabTo("#a");
    browser.type("The Harbour");
    browser.tabTo("#b");
    browser.type("The Island");
    browser.tabTo("form.filters button").sendKeys(Keys.ENTER);
    browser.until("location.search.includes('b=The+Island+Times')");
    assertThat(browser.find(".sources").getText())
        .contains("The Harbour Post", "The Island Times", "Tom Hill");
    browser.done();
    browser.shoot("task-10-compared");
  }

  @Test
  void an_error_is_a_page_that_everyone_can_read_and_go_on_from() {
    for (int width : List.of(1440, 1024, 390)) {
      browser.look(width, 844);
      for (boolean dark : List.of(false, true)) {
        browser.dark(dark);
        open("article/%3Cscript%3Edocument.title='!'%3C/script%3E" + "x".repeat(500));
        assertThat(browser.find("main").getText()).contains("<script>document.title='!'</script>");
        assertThat(browser.driver().getTitle()).isEqualTo("Page not found – Newsgraph");
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.overflow()).isZero();
        browser.shoot("error-" + width + (dark ? "-dark" : ""));
      }
    }
    browser.tabTo("#search");
    browser.type("Milne", Keys.ENTER);
    browser.until("location.pathname === '/search'");
    // The console reports the status 404 as well.
    browser.complaints();
  }

  @Test
  void dark_stays_dark_from_page_to_page() {
    open("");
    browser.find("#theme").click();
    browser.find("#theme").click();
    open("statements");
    assertThat(browser.script("return document.documentElement.dataset.theme")).isEqualTo("dark");
    browser.script("localStorage.clear()");
  }
}
