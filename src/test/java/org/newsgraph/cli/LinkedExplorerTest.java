package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.NewsServer;
import org.newsgraph.serve.Settings;
import org.newsgraph.serve.browser.Chromium;
import org.newsgraph.store.NewsStore;

/** Facts from a knowledge base in the explorer: locations of places, members of parties. */
final class LinkedExplorerTest {
  @RegisterExtension static final Chromium browser = new Chromium();
  @TempDir static Path folder;

  private static NewsStore store;
  private static NewsServer server;

  @BeforeAll
  static void serve() throws Exception {
    String database = folder.resolve("db").toString();
    Path dump = folder.resolve("sample-dump.json");
    try (InputStream in = LinkedExplorerTest.class.getResourceAsStream("sample-dump.json")) {
      Files.copy(in, dump);
    }
    assertThat(Command.run("kb", "build", dump.toString(), "--db", database).status()).isZero();
    assertThat(Command.run("build", "seeds", "--db", database).status()).isZero();
    store = NewsStore.open(Path.of(database));
    server = NewsServer.start(store, Settings.of("127.0.0.1", 0));
  }

  @AfterAll
  static void close() {
    server.close();
    store.close();
  }

  @Test
  void places_stand_on_the_map_where_the_knowledge_base_has_them() {
    browser.open(server.address() + "map");
    browser.until("document.querySelectorAll('.world circle').length > 2");
    assertThat(browser.find("#places").getText()).contains("Aleppo", "Russia", "Syria");
    assertThat(browser.script("return document.querySelectorAll('#places li').length"))
        .isEqualTo(browser.script("return document.querySelectorAll('.world circle').length"));
    // Miller's projection: x is proportional to the longitude, and north is up.
    String aleppo =
        "[...document.querySelectorAll('.world circle')]"
            + ".find(it => it.textContent.startsWith('Aleppo'))";
    assertThat(((Number) browser.script("return +" + aleppo + ".getAttribute('cx')")).doubleValue())
        .isBetween(37.0, 37.3);
    assertThat(((Number) browser.script("return +" + aleppo + ".getAttribute('cy')")).doubleValue())
        .isBetween(-39.0, -36.0);
    assertThat(browser.violations()).isEmpty();
    browser.shoot("map-knowledge-base");
  }

  @Test
  void a_party_that_only_the_knowledge_base_knows_is_found_with_a_role_in_the_article() {
    browser.open(server.address() + "entity/Jeremy_Corbyn.html");
    assertThat(browser.find(".facts").getText()).contains("Party", "Labour Party", "Office");
    browser.open(server.address() + "statements?role=Labour+MPs");
    assertThat(browser.find("table").getText())
        .contains("John Woodcock")
        .doesNotContain("Pope Francis");
    browser.shoot("statements-labour-linked");
  }
}
