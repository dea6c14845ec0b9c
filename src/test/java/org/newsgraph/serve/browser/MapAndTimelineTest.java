package org.newsgraph.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.serve.Served;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The map and the timeline. */
final class MapAndTimelineTest {
  /** Name of a place with hostile characters. */
  private static final String HOSTILE =
      "<script>document.title='!'</script>\u202e\"'&" + "x".repeat(10_000);

  /** Script that returns the visible part of the map, rounded. */
  private static final String SHOWN =
      "return document.querySelector('.world svg').getAttribute('viewBox').split(' ')"
          + ".map(it => Math.round(it)).join(' ')";

  @RegisterExtension static final Chromium browser = new Chromium();

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws Exception {
    served = new Served(folder, UnaryOperator.identity());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static void open(String path) {
    browser.open(served.server.address() + path);
  }

  /** Adds the coordinates of a place, as a knowledge base would. */
  private static void locate(String name, String point) throws IOException, InterruptedException {
    String base = served.store.iris().base();
    String entity = served.store.iris().entityNamed(name).getURI();
    int status =
        served
            .send(
                "POST",
                "news/update",
                """
                PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                INSERT DATA { GRAPH <%sgraph/entities> { <%s> geo:hasGeometry <%s#point> .
                  <%s#point> geo:asWKT "%s"^^geo:wktLiteral } }
                """
                    .formatted(base, entity, entity, entity, point),
                "Content-Type",
                "application/sparql-update",
                "Authorization",
                Served.login(Served.EDITOR, Served.PASSWORD))
            .statusCode();
    assertThat(status).isEqualTo(204);
  }

  private static void put(String name) {
    Entity place = new Entity(name, EntityType.PLACE, Set.of(), true);
    Article article =
        new Article(
            "hostile",
            new Text(name),
            new Metadata(
                Optional.of(name),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    Span all = new Span(0, name.codePointCount(0, name.length()));
    served.put(
        new Extraction(
            article,
            List.of(new Mention(all, name, EntityType.PLACE, place)),
            List.of(),
            List.of()));
  }

  @Test
  void a_map_without_places_says_what_is_missing() throws Exception {
    try (Served none = new Served(folder.resolve("none"), UnaryOperator.identity())) {
      browser.open(none.server.address() + "map");
      assertThat(browser.find("main").getText())
          .contains("Places appear when they are linked to Wikidata.");
      assertThat(browser.violations()).isEmpty();
    }
  }

  @Test
  void places_are_on_the_map_and_beside_it_and_lead_to_their_pages() throws Exception {
    locate("Aleppo", "POINT(37.16 36.2)");
    open("map");
    browser.until("document.querySelectorAll('.world circle').length > 0");
    WebElement place = browser.find("#places a[href='/entity/Aleppo']");
    assertThat(place.getText()).isEqualTo("Aleppo");
    browser.until("document.querySelector('.world .names').textContent.includes('Aleppo')");
    browser.tabTo(".world");
    browser.type("+");
    browser.type(Keys.ARROW_RIGHT);
    browser.until("location.search.startsWith('?at=')");
    Object shown = browser.script(SHOWN);
    open(browser.driver().getCurrentUrl().replaceFirst("^http://[^/]+/", ""));
    browser.until("document.querySelector('.world circle')");
    assertThat(browser.script(SHOWN)).isEqualTo(shown);
    browser.tabTo("#filter");
    browser.type("nowhere");
    browser.until("document.querySelector('#places li').hidden");
    assertThat(browser.violations()).isEmpty();
    open("map");
    browser.until("document.querySelector('.world circle')");
    browser.script(
        "document.querySelector('.world circle').dispatchEvent(new MouseEvent('click', { bubbles: true }))");
    browser.until("location.pathname.startsWith('/entity/')");
  }

  @Test
  void a_hostile_name_is_only_a_name() throws Exception {
    put(HOSTILE);
    locate(HOSTILE, "POINT(10 50)");
    open("map");
    browser.until("document.querySelector('.world circle')");
    assertThat(browser.find("#places").getText()).contains("<script>document.title='!'</script>");
    assertThat(browser.driver().getTitle()).isEqualTo("Map – Newsgraph");
    assertThat(browser.overflow()).isZero();
    browser.shoot("map-hostile");
  }

  @Test
  void statements_are_counted_by_the_day_they_were_published() {
    open("timeline?about=Aleppo");
    assertThat(browser.find(".lead").getText()).contains("about Aleppo");
    assertThat(browser.find("tbody").getText()).contains("2016-10-13 1");
    WebElement day = browser.tabTo("tbody a");
    assertThat(day.getAttribute("href"))
        .endsWith("/statements?about=Aleppo&from=2016-10-13&to=2016-10-13");
    assertThat(browser.all("svg.timeline rect")).isNotEmpty();
    assertThat(browser.violations()).isEmpty();
    browser.shoot("timeline");
  }

  @Test
  void a_topic_is_asked_for_by_keyboard() {
    open("timeline");
    browser.tabTo("#q");
    browser.type("forgotten", Keys.ENTER);
    browser.until("location.search.includes('q=forgotten')");
    assertThat(browser.find(".lead").getText()).contains("containing “forgotten”");
    open("timeline?about=" + "x".repeat(3000));
    assertThat(browser.find(".empty").getText()).startsWith("No entry called “xxx");
    assertThat(browser.overflow()).isZero();
  }

  @Test
  void without_a_topic_some_are_offered() {
    open("timeline");
    assertThat(browser.find(".chips").getText()).contains("Aleppo");
    assertThat(browser.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1440,900", "1024,768", "390,844"})
  void they_fit_every_window_in_light_and_dark(int width, int height) throws Exception {
    locate("Aleppo", "POINT(37.16 36.2)");
    browser.look(width, height);
    for (String page : List.of("map", "timeline?about=Aleppo")) {
      for (boolean dark : List.of(false, true)) {
        browser.dark(dark);
        open(page);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.violations()).isEmpty();
        browser.shoot(page.replaceFirst("\\?.*", "") + "-" + width + (dark ? "-dark" : ""));
      }
    }
    browser.zoomTwice();
    open("map");
    assertThat(browser.overflow()).isZero();
  }
}
