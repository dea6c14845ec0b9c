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
 * The questions that we have for Wikidata's <a href="https://www.wikidata.org/w/api.php">API</a>;
 * each is asked once, then its answer is kept.
 */
final class WikidataApi {
  /** Wikidata's own. */
  static final URI WIKIDATA = URI.create("https://www.wikidata.org/w/api.php");

  /** How many items it gives at once to everyone. */
  private static final int BATCH = 50;

  /** How many hits are of use: one name, many bearers. */
  private static final int HITS = 20;

  /** What passes; all other errors stay. */
  private static final Set<String> PASSING =
      Set.of("maxlag", "ratelimited", "readonly", "failed-to-save", "timeout");

  private final URI address;
  private final CachedService service;
  private final String languages;

  /**
   * @param languages of labels, descriptions and aliases, the most wanted first
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
   * What a search found.
   *
   * @param id the item's number
   * @param text which of its names begins as the name asked for
   */
  record Hit(String id, String text) {}

  /** Items that have a name beginning with this one, in Wikidata's order. */
  List<Hit> search(String name, String language) {
    String question = "search " + language + " " + name;
    JsonNode answer =
        service
            .kept(question)
            .orElseGet(
                () -> {
                  JsonNode hits = service.ask(searching(name, language), this::hits);
                  service.keep(question, hits);
                  return hits;
                });
    List<Hit> hits = new ArrayList<>();
    answer.forEach(it -> hits.add(new Hit(it.path("id").asText(), it.path("text").asText())));
    return hits;
  }

  private ServiceRequest searching(String name, String language) {
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
      throw new IOException("the answer holds no list of hits");
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

  /** Items with all that we read of them; those that are missing, too. */
  Map<String, WikidataEntity> items(Collection<String> ids) {
    return entities("item " + languages + " ", "labels|descriptions|aliases|claims|sitelinks", ids);
  }

  /** Items with their labels alone. */
  Map<String, WikidataEntity> labels(Collection<String> ids) {
    return entities("label " + languages + " ", "labels", ids);
  }

  /** Items with what they claim alone. */
  Map<String, WikidataEntity> classes(Collection<String> ids) {
    return entities("class ", "claims", ids);
  }

  private Map<String, WikidataEntity> entities(
      String question, String props, Collection<String> ids) {
    Map<String, WikidataEntity> entities = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      Optional<JsonNode> kept = service.kept(question + id);
      kept.ifPresentOrElse(
          it -> entities.put(id, new WikidataEntity(id, it)), () -> unknown.add(id));
    }
    for (int from = 0; from < unknown.size(); from += BATCH) {
      List<String> batch = unknown.subList(from, Math.min(from + BATCH, unknown.size()));
      for (WikidataEntity entity : asked(props, batch)) {
        JsonNode kept = entity.kept();
        service.keep(question + entity.id(), kept);
        entities.put(entity.id(), new WikidataEntity(entity.id(), kept));
      }
    }
    return entities;
  }

  private List<WikidataEntity> asked(String props, List<String> ids) {
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
      // Fifty great countries are a great answer.
      List<WikidataEntity> both = new ArrayList<>(asked(props, ids.subList(0, ids.size() / 2)));
      both.addAll(asked(props, ids.subList(ids.size() / 2, ids.size())));
      return both;
    }
  }

  private List<WikidataEntity> entities(JsonNode answer, List<String> asked) throws IOException {
    JsonNode found = checked(answer).path("entities");
    List<WikidataEntity> entities = new ArrayList<>();
    for (String id : asked) {
      JsonNode entity = found.path(id);
      if (!entity.isObject()) {
        throw new IOException("the answer lacks the item " + id);
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
    String said = "it answers with the error " + code + ": " + error.path("info").asText();
    if (PASSING.contains(code) || code.startsWith("internal_api_error")) {
      throw new IOException(said);
    }
    throw new KnowledgeBaseException(RetryingHttpClient.place(address) + ": " + said);
  }

  private static Map<String, String> parameters(String action) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", action);
    parameters.put("format", "json");
    parameters.put("formatversion", "2");
    return parameters;
  }
}
