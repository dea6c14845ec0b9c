package org.newsgraph.link.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Item;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.wikidata.DumpBuild;

/** Comparison of a fetched knowledge base with one that was built from a dump of the same items. */
final class FetchedBase {
  static final Set<EntityType> TYPES =
      EnumSet.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE);

  private FetchedBase() {}

  /**
   * Checks that all entries are the same: names, weights, facts, types and popularity.
   *
   * @param folder folder for the dump and its knowledge base
   */
  static void assertEqualToDump(
      Path fetched, List<JsonNode> items, List<String> languages, int minLinks, Path folder)
      throws IOException {
    Path dump = folder.resolve("expected.json");
    Files.writeString(dump, dump(items, minLinks), UTF_8);
    Path built = folder.resolve("expected");
    new DumpBuild(dump, built, new DumpBuild.Options(languages, TYPES, 2), Clock.systemUTC())
        .run(new Problems(problem -> assertThat(problem).isNull()), (stage, done, share) -> {});
    try (IndexedKnowledgeBase expected = IndexedKnowledgeBase.open(built);
        IndexedKnowledgeBase actual = IndexedKnowledgeBase.open(fetched)) {
      assertThat(actual.description().items()).isEqualTo(expected.description().items());
      assertThat(actual.description().names()).isEqualTo(expected.description().names());
      for (JsonNode item : items) {
        assertSame(item, expected, actual);
      }
    }
  }

  private static void assertSame(
      JsonNode json, IndexedKnowledgeBase expected, IndexedKnowledgeBase actual) {
    for (String name : names(json)) {
      assertThat(actual.candidates(name))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(expected.candidates(name));
    }
    String iri = Item.WIKIDATA + json.path("id").asText();
    if (actual.item(iri).isPresent()) {
      Item item = actual.item(iri).get();
      assertThat(expected.item(iri).map(it -> it.withType(item.type()))).hasValue(item);
      assertThat(actual.facts(item))
          .as(iri)
          .containsExactlyInAnyOrderElementsOf(expected.facts(item));
    }
  }

  private static Set<String> names(JsonNode json) {
    Set<String> names = new HashSet<>();
    json.path("labels").forEach(it -> names.add(it.path("value").asText()));
    json.path("aliases")
        .forEach(language -> language.forEach(it -> names.add(it.path("value").asText())));
    json.path("sitelinks").forEach(it -> names.add(it.path("title").asText()));
    return names;
  }

  /** Returns a dump in which items with few site links have no type, so that none is selected. */
  private static String dump(List<JsonNode> items, int minLinks) {
    List<String> lines = new ArrayList<>();
    for (JsonNode item : items) {
      ObjectNode copy = item.deepCopy();
      ObjectNode claims = (ObjectNode) copy.path("claims");
      if (item.path("sitelinks").size() < minLinks && claims.has("P31")) {
        claims.set("P31000", claims.remove("P31"));
      }
      lines.add(copy.toString());
    }
    return "[\n" + String.join(",\n", lines) + "\n]\n";
  }
}
