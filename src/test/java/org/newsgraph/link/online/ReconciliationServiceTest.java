package org.newsgraph.link.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsgraph.link.online.LocalServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.online.LocalServer.ReceivedRequest;

final class ReconciliationServiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String OWN =
      """
      {"versions": ["0.2"], "name": "People of Northby", "identifierSpace": "https://north.example/id/",
       "schemaSpace": "https://north.example/schema", "batchSize": 3}
      """;

  private static final String LIKE_WIKIDATA =
      """
      {"versions": ["0.1", "0.2"], "name": "Mirror", "identifierSpace": "http://www.wikidata.org/entity/",
       "schemaSpace": "http://www.wikidata.org/prop/direct/", "extend": {"property_settings": []}}
      """;

  private static final String RESULT =
      """
      [{"id": "p/1 x", "name": "Roe, Ann", "score": 90, "match": true, "description": "mayor",
        "type": [{"id": "DifferentiatedPerson", "name": "Individual"}]},
       {"id": "Q7", "name": "Roe Ltd", "score": 45.5, "match": false, "type": ["Company"]},
       {"id": "3", "name": "", "score": 99},
       {"id": "4", "name": "Roe", "score": -3, "features": [{"id": "x", "value": true}]}]
      """;

  private static final String ROW =
      """
      {"P39": [{"id": "Q30185", "name": "mayor"}, {"id": "no number", "name": "x"}, {}],
       "P569": [{"date": "1961-05-04T00:00:00+00:00"}], "P570": [{"date": "2020-01-01T00:00:00Z"}],
       "P625": [{"str": "51.5,-0.25"}, {"str": "99,999"}], "P856": [{"str": "https://annroe.example/"}],
       "P18": [{"str": "Ann.jpg"}], "P21": [{"float": 1.5}]}
      """;

  @TempDir Path folder;

  @Test
  void candidates_have_iris_types_and_a_share_by_their_scores() throws IOException {
    try (LocalServer server = server(OWN);
        ReconciliationService service = open(server)) {
      List<Candidate> found = service.candidates("Ann Roe");
      assertThat(found)
          .extracting(it -> it.item().iri())
          .containsExactly(
              "https://north.example/id/p/1%20x",
              "https://north.example/id/Q7", "https://north.example/id/4");
      assertThat(found.get(0).item())
          .isEqualTo(
              new Item(
                  "https://north.example/id/p/1%20x",
                  "Roe, Ann",
                  Optional.empty(),
                  Optional.of("mayor"),
                  Optional.of(EntityType.PERSON),
                  0));
      assertThat(found.get(1).item().type()).contains(EntityType.ORGANISATION);
      assertThat(found.get(2).item().type()).isEmpty();
      assertThat(found.get(0).prior()).isGreaterThan(.6);
      assertThat(found.get(1).prior()).isLessThan(.1);
      assertThat(found.get(2).prior()).isZero();
      // The service has none of Wikidata's properties.
      assertThat(service.facts(found.get(1).item())).isEmpty();
    }
  }

  @Test
  void names_are_asked_for_in_batches_and_once_only() throws IOException {
    try (LocalServer server = server(OWN)) {
      List<String> names = List.of("A B", "C D", "E F", "G H", "A  B", "", "?");
      try (ReconciliationService service = open(server)) {
        service.prepare(names);
        assertThat(server.asked())
            .extracting(ReceivedRequest::method)
            .containsExactly("GET", "POST", "POST");
      }
      try (ReconciliationService service = open(server)) {
        service.prepare(names);
        assertThat(service.candidates("E F")).hasSize(3);
        assertThat(server.asked()).hasSize(3);
      }
    }
  }

  @Test
  void a_service_of_wikidata_s_items_tells_facts() throws IOException {
    try (LocalServer server = server(LIKE_WIKIDATA);
        ReconciliationService service = open(server)) {
      // Only one candidate has a Wikidata ID.
      Item item = service.candidates("Ann Roe").get(0).item();
      assertThat(item.iri()).isEqualTo(Item.WIKIDATA + "Q7");
      List<Fact> expected =
          List.of(
              new Fact(Property.OFFICE, new Fact.Thing(Item.WIKIDATA + "Q30185", "mayor")),
              new Fact(Property.BIRTH, new Fact.Date("1961-05-04")),
              new Fact(Property.DEATH, new Fact.Date("2020")),
              new Fact(Property.COORDINATES, new Fact.Point(51.5, -.25)),
              new Fact(Property.WEBSITE, new Fact.Address("https://annroe.example/")),
              new Fact(
                  Property.IMAGE,
                  new Fact.Address("http://commons.wikimedia.org/wiki/Special:FilePath/Ann.jpg")));
      assertThat(service.facts(item)).containsExactlyInAnyOrderElementsOf(expected);
      int asked = server.asked().size();
      assertThat(service.facts(item)).hasSize(6);
      assertThat(server.asked()).hasSize(asked);
    }
  }

  @Test
  void an_answer_that_lacks_a_name_is_asked_for_again() throws IOException {
    try (LocalServer server =
            server(OWN).first(json(OWN), json("{\"q0\":{}}"), json("[]"), json("{\"q1\":3}"));
        ReconciliationService service = open(server)) {
      assertThat(service.candidates("Ann Roe")).hasSize(3);
      assertThat(server.asked()).hasSize(5);
    }
  }

  @Test
  void a_page_that_describes_no_service_is_told() throws IOException {
    for (String none : new String[] {"{}", "[]", "{\"name\": 3}", "\"text\""}) {
      try (LocalServer server = new LocalServer(json(none));
          ReconciliationService service = open(server)) {
        assertThatThrownBy(() -> service.candidates("Ann Roe"))
            .isInstanceOf(KnowledgeBaseException.class)
            .hasMessageContaining("does not describe a reconciliation service");
      }
    }
    try (LocalServer server = new LocalServer(json(OWN.replace("0.2", "3.0")));
        ReconciliationService service = open(server)) {
      assertThatThrownBy(() -> service.candidates("Ann Roe"))
          .hasMessageContaining("speaks version 3.0");
    }
  }

  @Test
  void an_iri_comes_from_the_identifier_its_space_or_the_page_on_it() {
    assertThat(manifest("https://x.example/vocab#", "").iri("https://y.example/1"))
        .contains("https://y.example/1");
    assertThat(manifest("https://x.example/ns", "https://x.example/page/{{id}}").iri("a b"))
        .contains("https://x.example/page/a%20b");
    assertThat(manifest("https://x.example/ns", "").iri("ä"))
        .contains("https://x.example/ns/%C3%A4");
    assertThat(manifest("https://www.wikidata.org/entity/", "").iri("Q42"))
        .contains("http://www.wikidata.org/entity/Q42");
    assertThat(manifest("http://www.wikidata.org/entity/", "").iri("P31")).isEmpty();
    assertThat(manifest("not an iri/", "").iri("1")).isEmpty();
    assertThat(manifest("not an iri/", "https://x.example/{{id}}").iri("1"))
        .contains("https://x.example/1");
    assertThat(manifest("https://x.example/", "").iri("https://y.example/ <x>")).isEmpty();
  }

  private static ReconciliationManifest manifest(String space, String view) {
    return new ReconciliationManifest(
        "x", space, space, Optional.of(view).filter(it -> !it.isEmpty()), 10, false);
  }

  private LocalServer server(String manifest) throws IOException {
    return new LocalServer((exchange, asked) -> answer(manifest, exchange, asked));
  }

  private static void answer(String manifest, HttpExchange exchange, ReceivedRequest asked)
      throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    if (asked.parameters().containsKey("queries")) {
      JsonNode queries = JSON.readTree(asked.parameters().get("queries"));
      for (String name : (Iterable<String>) queries::fieldNames) {
        assertThat(queries.path(name).path("query").asText()).isNotBlank();
        answer.putObject(name).set("result", JSON.readTree(RESULT));
      }
    } else if (asked.parameters().containsKey("extend")) {
      JsonNode extend = JSON.readTree(asked.parameters().get("extend"));
      answer.putArray("meta");
      ObjectNode rows = answer.putObject("rows");
      for (JsonNode id : extend.path("ids")) {
        rows.set(id.asText(), JSON.readTree(ROW));
      }
    } else {
      LocalServer.send(exchange, 200, manifest);
      return;
    }
    LocalServer.send(exchange, 200, answer.toString());
  }

  private ReconciliationService open(LocalServer server) {
    RequestPolicy manners =
        new RequestPolicy(
            "test", Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofMinutes(1), 1 << 20);
    return ReconciliationService.open(
        server.address(),
        CachedService.open(
            folder.resolve(server.address().getPort() + ".jsonl"),
            Instant.MIN,
            manners,
            new FakeTime()));
  }
}
