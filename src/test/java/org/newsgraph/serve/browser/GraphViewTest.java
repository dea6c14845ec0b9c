package org.newsgraph.serve.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The graph view: neighbours of an entity are expanded, explored and saved. */
final class GraphViewTest {
  private static final String TWO_THOUSAND =
      """
      const { Network } = await import('/assets/network.js');
      const canvas = document.querySelector('canvas');
      const network = new Network(canvas);
      const nodes = Array.from({ length: 2000 }, (_, i) => ({ id: 'n' + i, name: 'Name ' + i,
        kind: ['Person', 'Organisation', 'Place', 'Other'][i % 4] }));
      const links = nodes.flatMap((it, i) => i ? [{ source: it.id, target: 'n' + (i % 40), kind: 'said', count: 1 },
        { source: it.id, target: 'n' + ((i * 7919) % i), kind: 'mentioned', count: 1 }] : []);
      const times = [];
      const draw = network.draw;
      network.draw = function () { const t = performance.now(); draw.call(this); times.push(performance.now() - t); };
      network.show(nodes, links);
      """;

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
  }

  /** Opens a graph and waits until its layout is at rest. */
  private static void show(String path) {
    open(path);
    browser.until("globalThis.network?.nodes.length && !network.running");
  }

  private static List<?> names() {
    return (List<?>) browser.script("return network.nodes.map(it => it.name)");
  }

  private static void press(String button) {
    browser.all("#graph button").stream()
        .filter(it -> it.getText().equals(button))
        .findFirst()
        .orElseThrow()
        .click();
  }

  @Test
  void an_entity_is_shown_with_whom_it_spoke_about_its_roles_and_who_is_named_with_it() {
    show("graph-view?entity=Ada_Novak");
    assertThat(names()).asString().contains("Ada Novak", "Aleppo", "Harbour Party", "Olympics");
    assertThat(browser.find("#links").getText())
        .contains("Ada Novak spoke about Aleppo 2")
        .contains("Ada Novak Harbour Party leader of Harbour Party 1")
        .contains("Ada Novak mentioned with Olympics 1");
    assertThat(browser.find("#legend").getText()).contains("Person", "Place", "spoke about");
    assertThat(browser.violations()).isEmpty();
    browser.shoot("graph-view");
  }

  @Test
  void the_keyboard_finds_unfolds_pins_and_takes_out() {
    show("graph-view?entity=Ada_Novak");
    WebElement canvas = browser.tabTo("canvas.network");
    browser.type(Keys.ARROW_RIGHT);
    assertThat(browser.find("#chosen-name").getText()).isEqualTo("Ada Novak");
    browser.type("p");
    assertThat(browser.script("return location.search")).asString().contains("pin=");
    browser.tabTo("#find");
    browser.type("alepp", Keys.ENTER);
    assertThat(browser.find("#chosen-name").getText()).isEqualTo("Aleppo");
    canvas.sendKeys(Keys.ENTER);
    browser.until("location.search.includes('unfold=Aleppo')");
    browser.until("/more/.test(document.getElementById('told').textContent)");
    browser.tabTo("#find");
    browser.chord(Keys.CONTROL, "a");
    browser.type("olympics", Keys.ENTER);
    press("Hide");
    assertThat(names()).asString().doesNotContain("Olympics");
    assertThat(browser.find("#links").getText()).doesNotContain("Olympics");
  }

  @Test
  void a_link_that_is_handed_on_shows_the_same() {
    show("graph-view?entity=Ada_Novak");
    browser.script("network.select(network.nodes.find(it => it.name === 'Aleppo'))");
    press("Expand");
    browser.until("location.search.includes('unfold=Aleppo')");
    browser.find("input[value=mentioned]").click();
    browser.script("network.pin(network.nodes[0])");
    List<?> shown = names();
    Object pinned =
        browser.script("return [network.nodes[0].fx, network.nodes[0].fy].map(Math.round)");
    show(browser.driver().getCurrentUrl().replaceFirst("^http://[^/]+/", ""));
    assertThat(names()).asString().isEqualTo(shown.toString());
    assertThat(browser.script("return [network.nodes[0].fx, network.nodes[0].fy].map(Math.round)"))
        .isEqualTo(pinned);
    browser.shoot("graph-view-shared");
  }

  private static double number(String expression) {
    return ((Number) browser.script("return " + expression)).doubleValue();
  }

  @Test
  void two_fingers_move_and_zoom_and_a_double_tap_looks_closer() {
    browser.look(390, 844);
    show("graph-view?entity=Ada_Novak");
    WebElement canvas = browser.find("canvas.network");
    double scale = number("network.view.scale");
    browser.touch(
        canvas,
        List.of(
            List.of(new int[] {-20, 100}, new int[] {20, 100}),
            List.of(new int[] {-40, 100}, new int[] {40, 100}),
            List.of(new int[] {-60, 100}, new int[] {60, 100})));
    assertThat(number("network.view.scale / " + scale)).isBetween(2.5, 3.5);
    assertThat(browser.script("return network.nodes.every(it => it.fx == null)")).isEqualTo(true);
    double x = number("network.view.x");
    double zoomed = number("network.view.scale");
    browser.touch(
        canvas,
        List.of(
            List.of(new int[] {-20, 100}, new int[] {20, 100}),
            List.of(new int[] {10, 100}, new int[] {50, 100})));
    assertThat(number("network.view.x")).isCloseTo(x + 30, within(2.0));
    assertThat(number("network.view.scale")).isCloseTo(zoomed, within(0.01));
    List<List<int[]>> tap = List.of(List.of(new int[] {-170, 190}));
    browser.touch(canvas, tap);
    browser.touch(canvas, tap);
    assertThat(number("network.view.scale")).isCloseTo(Math.min(6, 1.8 * zoomed), within(0.01));
    canvas.sendKeys("-");
    assertThat(number("network.view.scale")).isLessThan(Math.min(6, 1.8 * zoomed));
  }

  @Test
  void whom_one_article_alone_knows_has_a_page_to_go_to() {
    show("graph-view?entity=Ada_Novak");
    browser.script("network.select(network.nodes.find(it => it.name === 'Blake'))");
    browser.find("#chosen-name a").click();
    browser.until("document.title.startsWith('Blake')");
    assertThat(browser.find("h1").getText()).isEqualTo("Blake");
  }

  @Test
  void it_is_kept_as_a_picture_and_for_gephi() {
    show("graph-view?entity=Ada_Novak");
    Map<?, ?> kept =
        (Map<?, ?>)
            browser
                .driver()
                .executeAsyncScript(
                    "const done = arguments[0]; import('/assets/network-save.js').then(async it => {"
                        + " const xml = text => { const found = new DOMParser().parseFromString(text, 'text/xml');"
                        + " return found.querySelector('parsererror') ? 'broken' : found.documentElement.localName };"
                        + " network.nodes[0].name = 'A <b> & \"\\u0000';"
                        + " done({ svg: xml(it.svg(network)), gexf: xml(it.gexf(network)), nodes: it.gexf(network).split('<node ').length - 1,"
                        + " png: (await it.png(network)).size }) })");
    assertThat(kept.get("svg")).isEqualTo("svg");
    assertThat(kept.get("gexf")).isEqualTo("gexf");
    assertThat(kept.get("nodes")).isEqualTo((long) names().size());
    assertThat((Long) kept.get("png")).isGreaterThan(1000);
  }

  @Test
  void who_is_not_known_is_looked_for() {
    open("graph-view?entity=Ada+Nowak");
    assertThat(browser.find("main").getText())
        .contains("No entry called “Ada Nowak”.", "Ada Novak");
    assertThat(browser.violations()).isEmpty();
    // The console reports the status 404 as well.
    browser.complaints();
    open("graph-view");
    assertThat(browser.find(".chips").getText()).contains("Ada Novak");
    assertThat(browser.violations()).isEmpty();
  }

  @Test
  void two_thousand_are_drawn_in_less_than_a_frame_s_time() {
    show("graph-view?entity=Ada_Novak");
    browser
        .driver()
        .executeAsyncScript(
            "const done = arguments[0]; (async () => {"
                + TWO_THOUSAND
                + "const wait = () => network.running ? setTimeout(wait, 50) : done(); wait();"
                + "globalThis.network = network;"
                + " })();");
    browser.shoot("graph-view-2000");
    Double median =
        (Double)
            browser.script(
                "const times = []; for (let i = 0; i < 20; i++) { const t = performance.now(); network.draw();"
                    + " times.push(performance.now() - t + 0.001); } return times.sort((a, b) => a - b)[10];");
    // A generous limit, for shared machines without a graphics card.
    assertThat(median).isLessThan(100);
  }

  @ParameterizedTest
  @CsvSource({"1440,900", "1024,768", "390,844"})
  void it_fits_every_window_in_light_and_dark(int width, int height) {
    browser.look(width, height);
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      show("graph-view?entity=Ada_Novak");
      assertThat(browser.overflow()).isZero();
      assertThat(browser.violations()).isEmpty();
      browser.shoot("graph-view-" + width + (dark ? "-dark" : ""));
    }
    browser.zoomTwice();
    show("graph-view?entity=Ada_Novak");
    assertThat(browser.overflow()).isZero();
  }
}
