package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.link.Fact;

/** The requests to a reconciliation service. Each response is cached. */
final class ReconciliationApi {
  private static final int HITS = 10;
  private static final String MANIFEST = "manifest";

  private final URI address;
  private final CachedService service;
  private Optional<ReconciliationManifest> manifest = Optional.empty();

  ReconciliationApi(URI address, CachedService service) {
    this.address = address;
    this.service = service;
  }

  /** Returns the manifest of the service. */
  synchronized ReconciliationManifest manifest() {
    if (manifest.isEmpty()) {
      manifest = service.cached(MANIFEST).flatMap(ReconciliationApi::parse);
    }
    if (manifest.isEmpty()) {
      JsonNode json =
          service.ask(
              ServiceRequest.get(address, Map.of()),
              it -> {
                manifest = Optional.of(ReconciliationManifest.of(it));
                return it;
              });
      service.cache(MANIFEST, json);
    }
    return manifest.get();
  }

  private static Optional<ReconciliationManifest> parse(JsonNode json) {
    try {
      return Optional.of(ReconciliationManifest.of(json));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the candidates of each name, as the service gives them. */
  Map<String, JsonNode> candidates(Collection<String> names) {
    return cachedOrRequested(
        "name ",
        names,
        batch -> {
          ObjectNode queries = JsonNodeFactory.instance.objectNode();
          for (int i = 0; i < batch.size(); i++) {
            queries.putObject("q" + i).put("query", batch.get(i)).put("limit", HITS);
          }
          return service.ask(
              ServiceRequest.post(address, Map.of("queries", queries.toString())),
              answer -> results(answer, batch));
        });
  }

  private static Map<String, JsonNode> results(JsonNode answer, List<String> names)
      throws IOException {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      JsonNode result = answer.path("q" + i).path("result");
      if (!result.isArray()) {
        throw new IOException("the response lacks the candidates of some names");
      }
      results.put(names.get(i), result);
    }
    return results;
  }

  /** Returns the row of property values of each entity. */
  Map<String, JsonNode> rows(Collection<String> ids) {
    return cachedOrRequested(
        "facts ",
        ids,
        batch -> {
          ObjectNode extend = JsonNodeFactory.instance.objectNode();
          batch.forEach(extend.putArray("ids")::add);
          for (Fact.Property property : Fact.Property.values()) {
            extend.withArray("properties").addObject().put("id", property.id());
          }
          return service.ask(
              ServiceRequest.post(address, Map.of("extend", extend.toString())),
              answer -> rows(answer, batch));
        });
  }

  private static Map<String, JsonNode> rows(JsonNode answer, List<String> ids) throws IOException {
    JsonNode rows = answer.path("rows");
    if (!rows.isObject()) {
      throw new IOException("the response has no rows");
    }
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (String id : ids) {
      JsonNode row = rows.path(id);
      found.put(id, row.isObject() ? row : JsonNodeFactory.instance.objectNode());
    }
    return found;
  }

  private interface Batch {
    Map<String, JsonNode> ask(List<String> batch);
  }

  /** Returns cached responses, and requests the others in batches. */
  private Map<String, JsonNode> cachedOrRequested(
      String question, Collection<String> keys, Batch batch) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String key : new LinkedHashSet<>(keys)) {
      service
          .cached(question + key)
          .ifPresentOrElse(it -> answers.put(key, it), () -> unknown.add(key));
    }
    int size = unknown.isEmpty() ? 1 : manifest().batchSize();
    for (int from = 0; from < unknown.size(); from += size) {
      Map<String, JsonNode> found =
          batch.ask(unknown.subList(from, Math.min(from + size, unknown.size())));
      found.forEach((key, answer) -> service.cache(question + key, answer));
      answers.putAll(found);
    }
    return answers;
  }
}
