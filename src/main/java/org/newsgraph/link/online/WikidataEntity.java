package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * An item in Wikidata's JSON.
 *
 * @param id requested ID: "Q42"
 * @param json entity in the response of {@code wbgetentities}, or its part that {@link #cacheable}
 *     returns
 */
record WikidataEntity(String id, JsonNode json) {
  /** Language code of labels that are valid in every language, such as people's names. */
  static final String ANY_LANGUAGE = "mul";

  private static final String INSTANCE_OF = "P31";
  private static final String SUBCLASS_OF = "P279";
  private static final String WIKIPEDIA = "enwiki";

  /** Tests whether the item does not exist. */
  boolean missing() {
    return json.has("missing");
  }

  /** Returns the classes of which the item is an instance. */
  List<String> classes() {
    return Claims.items(json, INSTANCE_OF);
  }

  /** Returns the superclasses of the item, if it is a class. */
  List<String> superclasses() {
    return Claims.items(json, SUBCLASS_OF);
  }

  List<Fact> facts() {
    return WikidataFacts.of(json);
  }

  /** Returns the label in the first language that has one, otherwise in any language. */
  Optional<String> label(List<String> languages) {
    Optional<String> preferred = first(json.path("labels"), languages);
    return preferred.isPresent()
        ? preferred
        : values(json.path("labels")).findFirst().or(this::title);
  }

  /** Returns all labels, aliases and the Wikipedia title. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    values(json.path("labels")).forEach(names::add);
    json.path("aliases").forEach(aliases -> values(aliases).forEach(names::add));
    title().ifPresent(names::add);
    return names;
  }

  Item item(List<String> languages, Optional<EntityType> type) {
    return new Item(
        Item.WIKIDATA + currentId(),
        label(languages).orElse(currentId()),
        title(),
        first(json.path("descriptions"), languages),
        type,
        Math.log10(1 + count("sitelinks") + count("claims")));
  }

  /** Returns the part to cache: the data that is used, and the counts of site links and claims. */
  ObjectNode cacheable() {
    ObjectNode kept = JsonNodeFactory.instance.objectNode().put("id", currentId());
    if (missing()) {
      return kept.put("missing", "");
    }
    for (String field : List.of("labels", "descriptions", "aliases")) {
      kept.set(field, json.path(field).isObject() ? json.path(field) : kept.objectNode());
    }
    JsonNode page = json.path("sitelinks").path(WIKIPEDIA);
    if (page.has("title")) {
      kept.putObject("sitelinks").putObject(WIKIPEDIA).set("title", page.path("title"));
    }
    ObjectNode claims = kept.putObject("claims");
    Stream.concat(
            Stream.of(INSTANCE_OF, SUBCLASS_OF),
            Arrays.stream(Fact.Property.values()).map(Fact.Property::id))
        .forEach(it -> claims.set(it, claims(it)));
    kept.putObject("counts").put("sitelinks", count("sitelinks")).put("claims", count("claims"));
    return kept;
  }

  private ArrayNode claims(String property) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : Claims.best(json, property)) {
      kept.addObject().putObject("mainsnak").set("datavalue", value);
    }
    return kept;
  }

  /** Returns the current ID, which differs from the requested one after a merge of two items. */
  String currentId() {
    String current = json.path("id").asText();
    return Claims.isItem(current) ? current : id;
  }

  private int count(String field) {
    JsonNode counted = json.path("counts").path(field);
    if (counted.isInt()) {
      return counted.asInt();
    }
    JsonNode all = json.path(field);
    int number = 0;
    for (JsonNode element : all) {
      number += element.isArray() ? element.size() : 1;
    }
    return number;
  }

  private Optional<String> title() {
    return text(json.path("sitelinks").path(WIKIPEDIA).path("title"));
  }

  private static Optional<String> first(JsonNode texts, Collection<String> languages) {
    return Stream.concat(languages.stream(), Stream.of(ANY_LANGUAGE))
        .flatMap(it -> text(texts.path(it).path("value")).stream())
        .findFirst();
  }

  private static Stream<String> values(JsonNode texts) {
    Stream.Builder<String> values = Stream.builder();
    texts.forEach(it -> text(it.path("value")).ifPresent(values));
    return values.build();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.asText().isBlank()
        ? Optional.of(node.asText().strip())
        : Optional.empty();
  }
}
