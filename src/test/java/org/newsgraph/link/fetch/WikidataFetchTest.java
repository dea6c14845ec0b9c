package org.newsgraph.link.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.fetch.WikidataEndpoint.Fault;
import org.newsgraph.link.fetch.WikidataEndpoint.Reply;
import org.newsgraph.link.fetch.WikidataFetch.Listener;
import org.newsgraph.link.fetch.WikidataFetch.Options;
import org.newsgraph.link.fetch.WikidataFetch.Result;
import org.newsgraph.link.fetch.WikidataFetch.Stage;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBaseInfo.Origin;
import org.newsgraph.link.online.FakeTime;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.wikidata.MadeUpDump;

final class WikidataFetchTest {
  private static final List<String> ENGLISH = List.of("en");
  private static final Listener SILENT =
      new Listener() {
        @Override
        public void estimated(FetchEstimate estimate) {}

        @Override
        public void progress(Stage stage, long items, double share) {}
      };

  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();

  @Test
  void a_fetch_gives_the_same_entries_as_a_dump_of_the_same_items() throws IOException {
    List<JsonNode> items = Stream.concat(special().stream(), madeUp(2000).stream()).toList();
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      Result result = fetch(wikidata, ENGLISH, 1).run(SILENT);
      assertThat(result.description().kind()).isEqualTo(Origin.FETCH);
      assertThat(result.description().source()).isEqualTo("127.0.0.1, 1+ site links");
      assertThat(result.description().items()).isGreaterThan(50);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 1, folder);
    }
  }

  @Test
  void languages_are_fetched_in_their_order() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      fetch(wikidata, List.of("ru", "de"), 2).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), special(), List.of("ru", "de"), 2, folder);
      try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(kb())) {
        assertThat(base.candidates("Толванен").get(0).item().label()).isEqualTo("Мира Толванен");
        assertThat(base.candidates("Kivikaupunki")).isEmpty();
        assertThat(base.candidates("Steinstadt").get(0).item().label()).isEqualTo("Steinstadt");
      }
    }
  }

  @Test
  void an_item_has_its_best_statements_and_dates_their_precision() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      fetch(wikidata, ENGLISH, 2).run(SILENT);
    }
    try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(kb())) {
      Item mira = base.candidates("Mira Tolvanen").get(0).item();
      assertThat(mira.title()).hasValue("Mira Tolvanen (geologist)");
      assertThat(mira.type()).hasValue(EntityType.PERSON);
      assertThat(base.facts(mira))
          .contains(
              new Fact(Property.BIRTH, new Fact.Date("1961")),
              new Fact(Property.DEATH, new Fact.Date("2011-05")),
              new Fact(Property.OFFICE, thing(7700011, "minister of stone")),
              new Fact(Property.PARTY, thing(7700020, "Granite Party")))
          .doesNotContain(new Fact(Property.OFFICE, thing(7700010, "mayor of Kivikaupunki")));
      assertThat(base.candidates("minister of stone")).isEmpty();
      assertThat(base.candidates("Ulla Vähän")).isEmpty();
      assertThat(base.candidates("The Stone")).isEmpty();
      assertThat(base.candidates("Tolvanen")).isEmpty();
    }
  }

  @Test
  void only_the_wanted_types_are_fetched() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      Options places =
          new Options(wikidata.address(), ENGLISH, EnumSet.of(EntityType.PLACE), 2, false);
      new WikidataFetch(kb(), places, policy(), time).run(SILENT);
      try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(kb())) {
        assertThat(base.description().items()).isEqualTo(3);
        assertThat(base.candidates("Mira Tolvanen")).isEmpty();
        assertThat(base.candidates("Kivikaupunki")).hasSize(1);
      }
    }
  }

  @Test
  void queries_use_no_extension_and_say_who_asks() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      assertThat(wikidata.queries())
          .isNotEmpty()
          .noneMatch(it -> it.contains("SERVICE") || it.contains("hint:") || it.contains("bd:"));
      assertThat(wikidata.agents()).allMatch(it -> it.startsWith("Newsgraph/1 (desk@example.org)"));
    }
  }

  @Test
  void a_service_that_cannot_finish_large_queries_gets_smaller_ones() throws IOException {
    List<JsonNode> items = Stream.concat(special().stream(), madeUp(1500).stream()).toList();
    Fault small =
        (number, query, correct) -> {
          int most = query.contains("?class ?modified") ? 1_500 : 40_000;
          if (correct.body().length() <= most) {
            return correct;
          }
          return switch (number % 4) {
            case 0 -> Reply.status(500).withBody("java.util.concurrent.TimeoutException");
            case 1 -> Reply.status(504, "Content-Type", "text/html");
            // A service that has already sent its status appends the error to the response.
            case 2 ->
                correct.withBody(
                    correct.cutAt(most - 10).body()
                        + "SPARQL-QUERY: queryStr=SELECT …\njava.util.concurrent.TimeoutException\n"
                        + "\tat java.util.concurrent.FutureTask.get(FutureTask.java:205)\n");
            default -> correct.cutAt(most / 2);
          };
        };
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      wikidata.fail(small);
      fetch(wikidata, ENGLISH, 1).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 1, folder);
      assertThat(wikidata.queries()).anyMatch(it -> it.contains("FILTER(?end >= "));
    }
  }

  @Test
  void a_busy_service_is_given_time_and_the_query_stays_as_it_is() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      wikidata.fail(
          (number, query, correct) ->
              switch (number) {
                case 2 -> Reply.status(429, "Retry-After", "61");
                case 3 -> Reply.status(503);
                case 4 -> Reply.status(502);
                case 6 -> correct.withType("text/html").withBody("<html>down for maintenance");
                case 8 -> correct.withType("text/plain").withBody("one moment please");
                case 10 -> correct.breakOff();
                default -> correct;
              });
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), special(), ENGLISH, 2, folder);
      assertThat(time.sleeps()).contains(Duration.ofSeconds(61));
      assertThat(wikidata.queries().get(4)).isEqualTo(wikidata.queries().get(1));
    }
  }

  @Tag("full")
  @Test
  void silence_ends_in_a_time_out_and_a_smaller_query() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      wikidata.fail(
          (number, query, correct) -> {
            if (number == 1) {
              wikidata.hang();
            }
            return correct;
          });
      RequestPolicy hasty = policy().withTimeouts(Duration.ofSeconds(1), Duration.ofMinutes(5));
      new WikidataFetch(kb(), options(wikidata, ENGLISH, 2), hasty, time).run(SILENT);
      assertThat(wikidata.queries().get(1).length()).isLessThan(wikidata.queries().get(0).length());
      FetchedBase.assertEqualToDump(kb(), special(), ENGLISH, 2, folder);
    }
  }

  @Tag("full")
  @Test
  void results_cut_off_at_a_row_limit_are_not_taken_for_all() throws IOException {
    List<JsonNode> items = madeUp(2500);
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      wikidata.fail((number, query, correct) -> limited(correct, 1000));
      fetch(wikidata, ENGLISH, 1).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 1, folder);
    }
  }

  /** Cuts off the rows after the first ones; each row starts with a brace on a line of its own. */
  private static Reply limited(Reply correct, int rows) {
    String[] parts = correct.body().split("\n      \\{", -1);
    if (parts.length - 1 <= rows) {
      return correct;
    }
    StringBuilder text = new StringBuilder(parts[0]);
    for (int i = 1; i <= rows; i++) {
      text.append("\n      {").append(parts[i]);
    }
    int comma = text.lastIndexOf(",");
    return correct.withBody(text.substring(0, comma) + "\n    ]\n  }\n}\n");
  }

  @Test
  void tab_separated_values_are_read_as_well() throws IOException {
    List<JsonNode> items = special();
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      wikidata.acceptOnly("text/tab-separated-values");
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 2, folder);
    }
  }

  @Test
  void an_interrupted_fetch_resumes_and_asks_nothing_twice() throws IOException {
    List<JsonNode> items = Stream.concat(special().stream(), madeUp(1200).stream()).toList();
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      for (Stage stage : List.of(Stage.FINDING, Stage.CLASSES, Stage.ITEMS, Stage.LABELS)) {
        assertThatThrownBy(() -> fetch(wikidata, ENGLISH, 1).run(stopAt(stage)))
            .isInstanceOf(IllegalStateException.class);
        assertThat(kb()).doesNotExist();
      }
      fetch(wikidata, ENGLISH, 1).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 1, folder);
      assertThat(wikidata.queries()).doesNotHaveDuplicates();
      assertThat(folder.resolve("kb.building")).doesNotExist();
    }
  }

  @Tag("full")
  @Test
  void a_fetch_that_is_interrupted_again_and_again_gives_the_same_entries() throws IOException {
    List<JsonNode> items = Stream.concat(special().stream(), madeUp(1200).stream()).toList();
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      wikidata.fail((number, query, correct) -> correct.cutAt(40_000));
      int interruptions = 0;
      for (boolean complete = false; !complete; ) {
        try {
          fetch(wikidata, ENGLISH, 1).run(stopAfter(3));
          complete = true;
        } catch (IllegalStateException e) {
          interruptions++;
        }
      }
      assertThat(interruptions).isGreaterThan(3);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 1, folder);
    }
  }

  /** Stops after a number of slices, except when all are fetched. */
  private static Listener stopAfter(int slices) {
    int[] left = {slices};
    return new Listener() {
      @Override
      public void estimated(FetchEstimate estimate) {}

      @Override
      public void progress(Stage stage, long items, double share) {
        if (stage != Stage.INDEXING && --left[0] == 0) {
          throw new IllegalStateException("stopped");
        }
      }
    };
  }

  @Test
  void a_killed_fetch_resumes() throws Exception {
    List<JsonNode> items = special();
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledFetch.class.getName(),
                  wikidata.address().toString(),
                  kb().toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isEqualTo(KilledFetch.KILLED);
      assertThat(kb()).doesNotExist();
      fetch(wikidata, ENGLISH, 1).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 1, folder);
      assertThat(wikidata.queries()).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_damaged_slice_is_fetched_again() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      assertThatThrownBy(() -> fetch(wikidata, ENGLISH, 2).run(stopAt(Stage.LABELS)));
      Path slice = folder.resolve("kb.building/work/slices/items-000000.gz");
      byte[] bytes = Files.readAllBytes(slice);
      bytes[bytes.length / 2] ^= 1;
      Files.write(slice, bytes);
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), special(), ENGLISH, 2, folder);
    }
  }

  @Test
  void a_fetch_with_other_options_does_not_continue_an_unfinished_one() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      assertThatThrownBy(() -> fetch(wikidata, ENGLISH, 2).run(stopAt(Stage.ITEMS)));
      assertThatThrownBy(() -> fetch(wikidata, List.of("de"), 3).run(SILENT))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining(
              "kb.building: an unfinished fetch was started here with --languages en"
                  + " --min-sitelinks 2; resume it with the same options, or delete the folder");
    }
  }

  @Test
  void an_update_fetches_what_has_changed_and_drops_what_is_gone() throws IOException {
    List<JsonNode> items = new ArrayList<>(special());
    items.addAll(madeUp(1200));
    try (WikidataEndpoint wikidata = new WikidataEndpoint(items)) {
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      JsonNode mira = remove(items, "Q7700001");
      ObjectNode renamed = mira.deepCopy();
      ((ObjectNode) renamed.path("labels").path("en")).put("value", "Mira Tolvanen-Laine");
      renamed.put("modified", "2026-04-01T00:00:00Z");
      ObjectNode fresh = mira.deepCopy();
      fresh.put("id", "Q7700099");
      remove(items, "Q7700002");
      for (String gone : List.of("Q7700001", "Q7700002")) {
        wikidata.delete(gone);
      }
      items.add(renamed);
      items.add(fresh);
      wikidata.add(List.of(renamed, fresh));
      Options update = new Options(wikidata.address(), ENGLISH, FetchedBase.TYPES, 2, true);
      Result result = new WikidataFetch(kb(), update, policy(), time).run(SILENT);
      assertThat(result.fetched()).isEqualTo(2);
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 2, folder);
      assertThat(WikidataFetch.optionsOf(kb()).orElseThrow().languages()).isEqualTo(ENGLISH);
      assertThat(new WikidataFetch(kb(), update, policy(), time).run(SILENT).fetched()).isZero();
      FetchedBase.assertEqualToDump(kb(), items, ENGLISH, 2, folder);
    }
  }

  @Test
  void an_update_needs_a_fetch_with_the_same_options() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      Options update = new Options(wikidata.address(), ENGLISH, FetchedBase.TYPES, 2, true);
      assertThatThrownBy(() -> new WikidataFetch(kb(), update, policy(), time).run(SILENT))
          .hasMessageContaining("no fetched knowledge base lies here");
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      Options other = new Options(wikidata.address(), ENGLISH, FetchedBase.TYPES, 5, true);
      assertThatThrownBy(() -> new WikidataFetch(kb(), other, policy(), time).run(SILENT))
          .hasMessageContaining("was fetched with --min-sitelinks 2; use the same options");
    }
  }

  @Test
  void an_estimate_counts_and_leaves_nothing() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      assertThat(fetch(wikidata, ENGLISH, 2).estimate().items()).isEqualTo(9);
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void a_service_that_gives_up_is_reported_and_nothing_is_lost() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      wikidata.fail((number, query, correct) -> number < 4 ? correct : Reply.status(503));
      assertThatThrownBy(() -> fetch(wikidata, ENGLISH, 2).run(SILENT))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageMatching(
              "http://127.0.0.1:\\d+/sparql: the service responded with status 503 .*");
      wikidata.fail((number, query, correct) -> correct);
      fetch(wikidata, ENGLISH, 2).run(SILENT);
      FetchedBase.assertEqualToDump(kb(), special(), ENGLISH, 2, folder);
    }
  }

  @Test
  void a_service_without_such_items_is_reported() throws IOException {
    try (WikidataEndpoint wikidata = new WikidataEndpoint(special())) {
      assertThatThrownBy(() -> fetch(wikidata, ENGLISH, 500).run(SILENT))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining("the service has no items with 500 or more site links");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void a_missing_network_is_reported_within_seconds() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Options nowhere =
        new Options(
            URI.create("http://127.0.0.1:" + port + "/sparql"), ENGLISH, Set.of(), 2, false);
    assertThatThrownBy(() -> new WikidataFetch(kb(), nowhere, policy(), time).run(SILENT))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("cannot be reached; check the network");
    assertThat(time.now()).isBefore(FakeTime.START.plusSeconds(11));
  }

  private static Listener stopAt(Stage last) {
    return new Listener() {
      @Override
      public void estimated(FetchEstimate estimate) {}

      @Override
      public void progress(Stage stage, long items, double share) {
        if (stage == last) {
          throw new IllegalStateException("stopped");
        }
      }
    };
  }

  private static JsonNode remove(List<JsonNode> items, String id) {
    JsonNode found =
        items.stream().filter(it -> it.path("id").asText().equals(id)).findFirst().orElseThrow();
    items.remove(found);
    return found;
  }

  private static Fact.Thing thing(int number, String label) {
    return new Fact.Thing(Item.WIKIDATA + "Q" + number, label);
  }

  private Path kb() {
    return folder.resolve("kb");
  }

  private WikidataFetch fetch(WikidataEndpoint wikidata, List<String> languages, int links) {
    return new WikidataFetch(kb(), options(wikidata, languages, links), policy(), time);
  }

  private static Options options(WikidataEndpoint wikidata, List<String> languages, int links) {
    return new Options(wikidata.address(), languages, FetchedBase.TYPES, links, false);
  }

  static RequestPolicy policy() {
    return RequestPolicy.of(RequestPolicy.userAgent("1", "desk@example.org"));
  }

  private static List<JsonNode> madeUp(int items) {
    return WikibaseRdf.items(new String(new MadeUpDump(items).json(), UTF_8));
  }

  private static List<JsonNode> special() throws IOException {
    try (InputStream in = WikidataFetchTest.class.getResourceAsStream("items.json")) {
      return WikibaseRdf.items(new String(in.readAllBytes(), UTF_8));
    }
  }
}
