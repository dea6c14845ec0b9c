package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * The requests to Wikidata's <a href="https://www.wikidata.org/w/api.php">API</a>. Each response is
 * cached.
 */
final class WikidataApi {
  /** Address of Wikidata's own API. */
  static final URI WIKIDATA = URI.create("https://www.wikidata.org/w/api.php");

  /** Maximum number of items per request for anonymous users. */
  private static final int BATCH = 50;

  /** Maximum number of search hits per name. */
  private static final int HITS = 20;

  /** Codes of transient errors; all others are permanent. */
  private static final Set<String> TRANSIENT_ERRORS =
      Set.of("maxlag", "ratelimited", "readonly", "failed-to-save", "timeout");

  private final URI address;
  private final CachedService service;
  private final String languages;

  /**
   * @param languages languages of labels, descriptions and aliases, in descending order of
   *     preference
   */
  WikidataApi(URI address, CachedService service, List<String> languages) {
    this.address = address;
    this.service = service;
    this.languages =
        String.join(
            "|",
            Stream.concat(languages.stream(), Stream.of(WikidataEntity.ANY_LANGUAGE))
                .distinct()
                .toList());
  }

  /**
   * A search hit.
   *
   * @param id ID of the item: "Q42"
   * @param matchedName name of the item that matched
   */
  record Hit(String id, String matchedName) {}

  /** Returns items that have a name with this prefix, in Wikidata's order. */
  List<Hit> search(String name, String language) {
    String question = "search " + language + " " + name;
    JsonNode answer =
        service
            .cached(question)
            .orElseGet(
                () -> {
                  JsonNode hits = service.ask(searchRequest(name, language), this::hits);
                  service.cache(question, hits);
                  return hits;
                });
    List<Hit> hits = new ArrayList<>();
    answer.forEach(it -> hits.add(new Hit(it.path("id").asText(), it.path("text").asText())));
    return hits;
  }

  private ServiceRequest searchRequest(String name, String language) {
    Map<String, String> parameters = parameters("wbsearchentities");
    parameters.put("search", name);
    parameters.put("language", language);
    parameters.put("uselang", language);
    parameters.put("type", "item");
    parameters.put("limit", String.valueOf(HITS));
    return ServiceRequest.get(address, parameters);
  }

  private ArrayNode hits(JsonNode answer) throws IOException {
    JsonNode found = checked(answer).path("search");
    if (!found.isArray()) {
      throw new IOException("the response has no list of hits");
    }
    ArrayNode hits = JsonNodeFactory.instance.arrayNode();
    for (JsonNode hit : found) {
      String id = hit.path("id").asText();
      String text = hit.path("match").path("text").asText(hit.path("label").asText());
      if (Claims.isItem(id) && !hit.path("match").path("type").asText().equals("entityId")) {
        hits.addObject().put("id", id).put("text", text);
      }
    }
    return hits;
  }

  /** Returns items with all the data that is used, including missing items. */
  Map<String, WikidataEntity> items(Collection<String> ids) {
    return entities("item " + languages + " ", "labels|descriptions|aliases|claims|sitelinks", ids);
  }

  /** Returns items with their labels only. */
  Map<String, WikidataEntity> labels(Collection<String> ids) {
    return entities("label " + languages + " ", "labels", ids);
  }

  /** Returns items with their claims only. */
  Map<String, WikidataEntity> classes(Collection<String> ids) {
    return entities("class ", "claims", ids);
  }

  private Map<String, WikidataEntity> entities(
      String question, String props, Collection<String> ids) {
    Map<String, WikidataEntity> entities = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      Optional<JsonNode> kept = service.cached(question + id);
      kept.ifPresentOrElse(
          it -> entities.put(id, new WikidataEntity(id, it)), () -> unknown.add(id));
    }
    for (int from = 0; from < unknown.size(); from += BATCH) {
      List<String> batch = unknown.subList(from, Math.min(from + BATCH, unknown.size()));
      for (WikidataEntity entity : fetch(props, batch)) {
        JsonNode kept = entity.cacheable();
        service.cache(question + entity.id(), kept);
        entities.put(entity.id(), new WikidataEntity(entity.id(), kept));
      }
    }
    return entities;
  }

  private List<WikidataEntity> fetch(String props, List<String> ids) {
    Map<String, String> parameters = parameters("wbgetentities");
    parameters.put("ids", String.join("|", ids));
    parameters.put("props", props);
    parameters.put("languages", languages);
    try {
      return service.ask(ServiceRequest.get(address, parameters), it -> entities(it, ids));
    } catch (KnowledgeBaseException e) {
      if (!LimitedBody.wasTooLarge(e) || ids.size() == 1) {
        throw e;
      }
      // Fifty large items, such as countries, can exceed the size limit.
      List<WikidataEntity> halves = new ArrayList<>(fetch(props, ids.subList(0, ids.size() / 2)));
      halves.addAll(fetch(props, ids.subList(ids.size() / 2, ids.size())));
      return halves;
    }
  }

  private List<WikidataEntity> entities(JsonNode answer, List<String> ids) throws IOException {
    JsonNode found = checked(answer).path("entities");
    List<WikidataEntity> entities = new ArrayList<>();
    for (String id : ids) {
      JsonNode entity = found.path(id);
      if (!entity.isObject()) {
        throw new IOException("the response lacks the item " + id);
      }
      entities.add(new WikidataEntity(id, entity));
    }
    return entities;
  }

  private JsonNode checked(JsonNode answer) throws IOException {
    JsonNode error = answer.path("error");
    if (!error.isObject()) {
      return answer;
    }
    String code = error.path("code").asText();
    String message =
        "the service responded with the error " + code + ": " + error.path("info").asText();
    if (TRANSIENT_ERRORS.contains(code) || code.startsWith("internal_api_error")) {
      throw new IOException(message);
    }
    throw new KnowledgeBaseException(HttpSender.withoutQuery(address) + ": " + message);
  }

  private static Map<String, String> parameters(String action) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", action);
    parameters.put("format", "json");
    parameters.put("formatversion", "2");
    return parameters;
  }
}
