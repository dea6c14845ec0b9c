package org.newsgraph.serve.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.serve.Served;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The query editor: queries are written, run, shown in each view and shared. */
final class QueryEditorTest {
  @RegisterExtension static final Chromium browser = new Chromium();

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, UnaryOperator.identity());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static void open(String path) {
    browser.open(served.server.address() + path);
    browser.find(".editor");
  }

  private static void run(String query) {
    open("query?query=" + URLEncoder.encode(query, UTF_8));
    answered();
  }

  private static void answered() {
    browser.until("/\\d s$|Line/.test(document.getElementById('told').textContent)");
  }

  private static String told() {
    return browser.find("#told").getText();
  }

  private static List<String> cells() {
    return browser.all("#panel td").stream().map(WebElement::getText).toList();
  }

  private static List<WebElement> inEditor(String selector) {
    return browser.find(".editor").getShadowRoot().findElements(By.cssSelector(selector));
  }

  /** Shows the result as a "Table", "Chart", "Map" or "Graph". */
  private static void show(String view) {
    browser.all("[role=tab]").stream()
        .filter(it -> it.getText().equals(view))
        .findFirst()
        .orElseThrow()
        .click();
  }

  @Test
  void an_example_runs_at_a_click() {
    open("query");
    browser.find("a[href$='people-by-number-of-statements.rq']").click();
    browser.until("location.search.includes('people-by')");
    answered();
    assertThat(cells()).startsWith("Ada Novak");
    assertThat(browser.violations()).isEmpty();
    browser.shoot("query-example");
  }

  @Test
  void a_query_is_written_and_run_by_keyboard_with_terms_completed_and_prefixes_declared() {
    open("query");
    browser.until("document.activeElement.className === 'editor'");
    browser.chord(Keys.CONTROL, "a");
    browser.type("SELECT ?said { ?s news:conte");
    browser.until(
        "document.querySelector('.editor').shadowRoot.querySelector('.cm-tooltip-autocomplete')"
            + "?.textContent.includes('news:content')");
    browser.shoot("query-completion");
    browser.type(Keys.ENTER);
    browser.until("document.getElementById('sparql').value.startsWith('PREFIX news:')");
    browser.type(" ?said } LIMIT 3");
    browser.chord(Keys.CONTROL, Keys.ENTER);
    answered();
    assertThat(told()).startsWith("3 rows");
    browser.tabTo("[role=tab]");
    browser.tabTo(".sort").sendKeys(Keys.ENTER);
    assertThat(browser.find("th[aria-sort]").getAttribute("aria-sort")).isEqualTo("ascending");
  }

  @Test
  void a_fault_is_shown_where_it_is_and_a_prefix_declared_at_a_click() {
    run("SELECT * {\n  ?s news:content ?said }");
    assertThat(told()).isEqualTo("Line 2, column 6: The prefix news: is not declared.");
    browser.until(
        "document.querySelector('.editor').shadowRoot.querySelector('.cm-lintRange-error')");
    assertThat(inEditor(".cm-lintRange-error").get(0).getText()).isEqualTo("news:content");
    assertThat(browser.violations()).isEmpty();
    browser.shoot("query-fault");
    browser.find(".editor").click();
    browser.chord(Keys.CONTROL, Keys.SHIFT, "m");
    browser.until(
        "document.querySelector('.editor').shadowRoot.querySelector('.cm-diagnosticAction')");
    inEditor(".cm-diagnosticAction").get(0).click();
    browser.find("#run").click();
    browser.until("/rows, /.test(document.getElementById('told').textContent)");
  }

  @Test
  void things_of_the_graph_lead_to_their_pages() {
    run(
        "PREFIX news: <https://w3id.org/newsgraph/ontology#> SELECT ?who ?p {"
            + " ?who a news:Person . ?who a ?p FILTER(CONTAINS(STR(?who), 'Ada')) } LIMIT 1");
    WebElement link = browser.find("#panel td a");
    assertThat(link.getText()).isEqualTo("Ada Novak");
    assertThat(link.getAttribute("href")).isEqualTo(served.server.address() + "entity/Ada_Novak");
  }

  @Test
  void a_link_that_is_handed_on_shows_the_same() {
    open("query");
    browser.chord(Keys.CONTROL, "a");
    browser.type("SELECT (1+1 AS ?two) {");
    browser.find("#share").click();
    browser.until("location.search.includes('two')");
    open(browser.driver().getCurrentUrl().replaceFirst("^http://[^/]+/", ""));
    answered();
    assertThat(cells()).containsExactly("2");
  }

  private static String download(String button) throws IOException {
    browser.all(".answer-bar button").stream()
        .filter(it -> it.getText().equals(button))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + button))
        .click();
    Map<String, String> endings =
        Map.of("CSV", ".csv", "JSON", ".json", "Turtle", ".ttl", "JSON-LD", ".jsonld");
    Path file = browser.saved(folder, "newsgraph" + endings.get(button));
    return Files.readString(file);
  }

  @Test
  void a_table_is_downloaded_as_csv_and_json() throws IOException {
    browser.download(folder);
    run("SELECT ('a, \"b\"' AS ?x) (2 AS ?y) {}");
    assertThat(download("CSV").lines()).containsExactly("x,y", "\"a, \"\"b\"\"\",2");
    assertThat(
            new ObjectMapper()
                .readTree(download("JSON"))
                .at("/results/bindings/0/x/value")
                .asText())
        .isEqualTo("a, \"b\"");
  }

  @Test
  void a_graph_is_downloaded_as_turtle_and_json_ld() throws IOException {
    browser.download(folder);
    run(
        "PREFIX news: <https://w3id.org/newsgraph/ontology#> CONSTRUCT { ?s news:about ?o }"
            + " { ?s news:about ?o }");
    assertThat(download("Turtle")).contains("about").contains("entity/Aleppo");
    assertThat(new ObjectMapper().readTree(download("JSON-LD")).toString())
        .contains("entity/Aleppo");
  }

  @Test
  void what_can_be_counted_is_shown_as_bars() {
    open("query?example=people-by-number-of-statements.rq");
    answered();
    show("Chart");
    assertThat(browser.find("#panel svg").getText()).contains("Ada Novak");
    assertThat(browser.violations()).isEmpty();
    browser.shoot("query-chart");
  }

  @Test
  void what_has_coordinates_is_shown_on_a_map() {
    run(
        "SELECT ?name ?wkt ?n { VALUES (?name ?wkt ?n) { ('Aleppo' 'POINT(37.16 36.2)' 7)"
            + " ('London' 'POINT(-0.13 51.5)' 3) } }");
    show("Map");
    browser.until("document.querySelectorAll('#panel circle').length === 2");
    browser.until("document.querySelector('#panel .names').textContent.includes('Aleppo')");
    assertThat(browser.violations()).isEmpty();
    browser.shoot("query-map");
  }

  @Test
  void a_constructed_graph_is_shown_as_one() {
    open("query?example=one-speaker-as-graph.rq");
    browser.until("document.getElementById('told').textContent !== ''");
    run(
        "PREFIX news: <https://w3id.org/newsgraph/ontology#> CONSTRUCT { ?s news:about ?o }"
            + " { ?s news:about ?o }");
    assertThat(browser.find("canvas").getAttribute("aria-label")).contains("nodes");
    assertThat(browser.violations()).isEmpty();
    browser.shoot("query-graph");
  }

  @Test
  void hostile_texts_stay_texts_and_break_no_page() {
    String name =
        "<img src=x onerror=alert(1)>\u202e\"</textarea><script>document.title=1</script>";
    run("SELECT ('%s' AS ?a) ('%s' AS ?b) {}".formatted(name, "x".repeat(10_000)));
    assertThat(cells().get(0)).contains("<img src=x onerror=alert(1)>");
    assertThat(cells().get(1)).hasSizeLessThan(600).endsWith("Show all");
    browser.find(".more").click();
    assertThat(cells().get(1)).hasSize(10_000);
    assertThat(browser.driver().getTitle()).isEqualTo("Query – Newsgraph");
    assertThat(browser.overflow()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1440,900", "1024,768", "390,844"})
  void it_fits_every_window_in_light_and_dark(int width, int height) {
    browser.look(width, height);
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      open("query?example=people-by-number-of-statements.rq");
      answered();
      assertThat(browser.overflow()).isZero();
      assertThat(browser.violations()).isEmpty();
      browser.shoot("query-" + width + (dark ? "-dark" : ""));
    }
  }

  @Test
  void it_can_be_read_at_twice_the_size() {
    browser.zoomTwice();
    open("query?example=who-said-what-about-whom.rq");
    answered();
    assertThat(browser.overflow()).isZero();
    browser.shoot("query-200-percent");
  }
}
