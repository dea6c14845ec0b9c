package org.newsgraph.link.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsgraph.link.online.LocalServer.json;
import static org.newsgraph.link.online.LocalServer.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;

final class WikidataServiceTest {
  @TempDir Path folder;

  private final FakeTime time = new FakeTime();

  @Test
  void those_who_bear_a_name_come_with_what_tells_them_apart() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      List<Candidate> found = wikidata.candidates(" Ann  Roe ");
      // Excludes the page about the name and Ann Roebuck; the village, whose name has an accent, is
      // last.
      assertThat(found)
          .extracting(it -> it.item().wikidata().orElseThrow())
          .containsExactly("Q90000001", "Q90000002", "Q90000006");
      Item mayor = found.get(0).item();
      assertThat(mayor)
          .isEqualTo(
              new Item(
                  Item.WIKIDATA + "Q90000001",
                  "Ann Roe",
                  Optional.of("Ann Roe (politician)"),
                  Optional.of("mayor of Northby"),
                  Optional.of(EntityType.PERSON),
                  Math.log10(1 + 40 + 12)));
      assertThat(found.get(0).prior()).isBetween(.7, 1.);
      assertThat(found.stream().mapToDouble(Candidate::prior).sum()).isLessThan(1);
      // The class of the item is two levels below "village".
      assertThat(found.get(2).item().type()).contains(EntityType.PLACE);
    }
  }

  @Test
  void a_class_is_what_the_nearest_class_above_is() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      assertThat(wikidata.candidates("Green League"))
          .singleElement()
          .satisfies(it -> assertThat(it.item().type()).contains(EntityType.ORGANISATION));
    }
  }

  @Test
  void facts_are_the_best_of_what_is_claimed_and_things_have_labels() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      Item mayor = wikidata.candidates("Mayor Roe").get(0).item();
      assertThat(wikidata.facts(mayor))
          .containsExactlyInAnyOrder(
              thing(Property.OFFICE, "Q90000020", "Mayor of Northby"),
              thing(Property.PARTY, "Q90000010", "Green League"),
              thing(Property.GENDER, "Q6581072", "female"),
              thing(Property.CITIZENSHIP, "Q90000005", "Northland"),
              new Fact(Property.BIRTH, new Fact.Date("1961-05")),
              new Fact(Property.WEBSITE, new Fact.Address("https://annroe.example/")),
              new Fact(
                  Property.IMAGE,
                  new Fact.Address(
                      "http://commons.wikimedia.org/wiki/Special:FilePath/Ann%20Roe%2C%202019%3F.jpg")));
      Item village = wikidata.candidates("Ann Roë").get(0).item();
      assertThat(wikidata.facts(village))
          .containsExactly(new Fact(Property.COORDINATES, new Fact.Point(51.5, -.25)));
    }
  }

  @Test
  void items_that_are_not_wikidata_s_have_no_facts_here() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      Item own =
          new Item(
              "https://example.org/1",
              "X",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              0);
      assertThat(wikidata.facts(own)).isEmpty();
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void names_of_other_languages_are_found_where_these_are_wanted() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server, "en", "fr")) {
      assertThat(wikidata.candidates("Societe du Nord"))
          .singleElement()
          .satisfies(it -> assertThat(it.item().label()).isEqualTo("Société du Nord"));
    }
  }

  @Test
  void what_is_no_name_is_not_asked_for() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      for (String name : new String[] {"", "  ", "?!", "\u0000", "a".repeat(300)}) {
        assertThat(wikidata.candidates(name)).isEmpty();
      }
      assertThat(server.asked()).isEmpty();
      assertThat(wikidata.candidates("Nobody | Anyone & Co = 1 %")).isEmpty();
      assertThat(server.asked())
          .singleElement()
          .satisfies(
              it ->
                  assertThat(it.parameters())
                      .containsEntry("search", "Nobody | Anyone & Co = 1 %"));
    }
  }

  @Test
  void many_names_share_their_requests_for_items() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      List<String> names = List.of("Ann Roe", "Northland", "Green League", "the north");
      wikidata.prepare(names);
      // Four searches, one batch of items, and two levels of classes.
      int asked = server.asked().size();
      assertThat(asked).isEqualTo(4 + 1 + 2);
      names.forEach(it -> assertThat(wikidata.candidates(it)).isNotEmpty());
      assertThat(server.asked()).hasSize(asked);
    }
  }

  @Test
  void more_than_fifty_items_are_asked_for_in_batches() throws IOException {
    try (LocalServer server = server();
        CachedService service = service()) {
      List<String> ids = Stream.iterate(1, it -> it + 1).limit(120).map(it -> "Q" + it).toList();
      assertThat(new WikidataApi(server.address(), service, List.of("en")).labels(ids))
          .hasSize(120);
      assertThat(server.asked()).hasSize(3);
    }
  }

  @Test
  void an_answer_that_is_too_large_is_asked_for_in_parts() throws IOException {
    try (LocalServer server = server();
        CachedService service = service("small", 20_000)) {
      List<String> ids =
          Stream.iterate(1, it -> it + 1).limit(30).map(it -> "Q9000000" + it).toList();
      var items = new WikidataApi(server.address(), service, List.of("en")).items(ids);
      assertThat(items).containsOnlyKeys(ids);
      assertThat(items.get("Q90000005").label(List.of("en"))).contains("Northland");
    }
    try (LocalServer server = server();
        CachedService service = service("smaller", 2_000)) {
      WikidataApi api = new WikidataApi(server.address(), service, List.of("en"));
      assertThatThrownBy(() -> api.items(List.of("Q90000001", "Q1")))
          .hasMessageContaining("was not read");
    }
  }

  @Test
  void a_run_that_was_cut_off_goes_on_from_what_it_has() throws IOException {
    List<String> names = List.of("Northland", "Green League", "Ann Roe");
    try (LocalServer server = server()) {
      server.first(LocalWikidata.madeUp()::answer, LocalWikidata.madeUp()::answer, status(403));
      try (WikidataService wikidata = open(server)) {
        assertThatThrownBy(() -> wikidata.prepare(names))
            .isInstanceOf(KnowledgeBaseException.class)
            .hasMessageContaining("status 403")
            .hasMessageContaining("The 2 responses so far are cached in " + folder);
      }
      int before = server.asked().size();
      try (WikidataService wikidata = open(server)) {
        wikidata.prepare(names);
        List<String> searched =
            server.asked().subList(before, server.asked().size()).stream()
                .flatMap(it -> Stream.ofNullable(it.parameters().get("search")))
                .toList();
        assertThat(searched).containsExactly("Ann Roe");
      }
      int after = server.asked().size();
      try (WikidataService wikidata = open(server)) {
        names.forEach(it -> assertThat(wikidata.candidates(it)).isNotEmpty());
      }
      assertThat(server.asked()).hasSize(after);
    }
  }

  @Test
  void what_is_kept_is_not_asked_for_again() throws IOException {
    try (LocalServer server = server()) {
      try (WikidataService wikidata = open(server)) {
        wikidata.facts(wikidata.candidates("Ann Roe").get(0).item());
      }
      int asked = server.asked().size();
      server.first(status(403));
      try (WikidataService wikidata = open(server)) {
        assertThat(wikidata.facts(wikidata.candidates("Ann Roe").get(0).item())).hasSize(7);
      }
      assertThat(server.asked()).hasSize(asked);
    }
  }

  @Test
  void a_busy_wikidata_is_asked_again_and_a_refusal_is_told() throws IOException {
    String lag = "{\"error\":{\"code\":\"maxlag\",\"info\":\"6 seconds lagged\"}}";
    String bad = "{\"error\":{\"code\":\"badvalue\",\"info\":\"Unrecognized language\"}}";
    try (LocalServer server = server().first(json(lag), json("[]"), json("{}"));
        WikidataService wikidata = open(server)) {
      assertThat(wikidata.candidates("Northland")).hasSize(1);
    }
    try (LocalServer server = server().first(json(bad));
        CachedService service = service("other");
        WikidataService wikidata = WikidataService.open(server.address(), List.of("xx"), service)) {
      assertThatThrownBy(() -> wikidata.candidates("Northland"))
          .hasMessageContaining("badvalue: Unrecognized language");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void only_names_and_items_leave_the_machine() throws IOException {
    try (LocalServer server = server();
        WikidataService wikidata = open(server)) {
      wikidata.facts(wikidata.candidates("Ann Roe").get(0).item());
      assertThat(server.asked())
          .allSatisfy(
              it ->
                  assertThat(it.parameters().keySet())
                      .isSubsetOf(
                          "action",
                          "format",
                          "formatversion",
                          "search",
                          "language",
                          "uselang",
                          "type",
                          "limit",
                          "ids",
                          "props",
                          "languages"));
    }
  }

  /** Needs the folder of recorded responses: {@code -Dnewsgraph.wikidata.samples=DIR}. */
  @Test
  void answers_of_the_real_wikidata_are_understood() throws IOException {
    String samples = System.getProperty("newsgraph.wikidata.samples", "");
    Assumptions.assumeFalse(samples.isEmpty(), "no recorded answers");
    List<Path> answers = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(samples))) {
      files.filter(it -> it.getFileName().toString().startsWith("wbget")).forEach(answers::add);
    }
    try (LocalServer server = new LocalServer(LocalWikidata.recorded(answers)::answer);
        WikidataService wikidata = open(server)) {
      assertThat(wikidata.candidates("Douglas Noel Adams"))
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.item().wikidata()).contains("Q42");
                assertThat(it.item().label()).isEqualTo("Douglas Adams");
                assertThat(it.item().title()).contains("Douglas Adams");
                assertThat(it.item().description()).isPresent();
                assertThat(it.item().type()).contains(EntityType.PERSON);
                assertThat(it.item().popularity()).isBetween(2., 3.);
              });
      Item adams = wikidata.candidates("Douglas Adams").get(0).item();
      assertThat(wikidata.facts(adams))
          .contains(
              new Fact(Property.BIRTH, new Fact.Date("1952-03-11")),
              new Fact(Property.DEATH, new Fact.Date("2001-05-11")))
          .anySatisfy(it -> assertThat(it.property()).isEqualTo(Property.IMAGE));
      Item kahn = wikidata.candidates("Oliver Kahn").get(0).item();
      assertThat(wikidata.facts(kahn))
          .contains(
              new Fact(Property.BIRTH, new Fact.Date("1969-06-15")),
              new Fact(Property.WEBSITE, new Fact.Address("http://www.oliver-kahn.de/")));
    }
  }

  private static Fact thing(Property property, String id, String label) {
    return new Fact(property, new Fact.Thing(Item.WIKIDATA + id, label));
  }

  private static LocalServer server() throws IOException {
    return new LocalServer(LocalWikidata.madeUp()::answer);
  }

  private WikidataService open(LocalServer server, String... languages) {
    return WikidataService.open(
        server.address(), languages.length == 0 ? List.of("en") : List.of(languages), service());
  }

  private CachedService service() {
    return service("wikidata");
  }

  private CachedService service(String name) {
    return service(name, 1 << 20);
  }

  private CachedService service(String name, int largest) {
    RequestPolicy manners =
        new RequestPolicy(
            "test", Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofMinutes(1), largest);
    return CachedService.open(folder.resolve(name + ".jsonl"), Instant.MIN, manners, time);
  }
}
