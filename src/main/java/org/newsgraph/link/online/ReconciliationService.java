package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.wikidata.ItemKind;

/**
 * A knowledge base that is a service with the reconciliation protocol 0.2: authority files, company
 * registers, Wikidata. Responses are cached in a file.
 */
public final class ReconciliationService implements KnowledgeBase {
  /** Maximum length of a name, in UTF-16 code units. */
  private static final int MAX_LENGTH = 200;

  private final CachedService service;
  private final ReconciliationApi api;

  private ReconciliationService(URI address, CachedService service) {
    this.service = service;
    api = new ReconciliationApi(address, service);
  }

  /**
   * Opens a service without sending a request yet.
   *
   * @param address endpoint of the service
   * @param cacheFile file in which responses are cached; created if missing
   * @param fresh time before which cached responses are out of date and requested again
   * @param policy rate and limits of requests
   * @throws org.newsgraph.link.KnowledgeBaseException if the file cannot be opened
   */
  public static ReconciliationService open(
      URI address, Path cacheFile, Instant fresh, RequestPolicy policy) {
    return open(address, CachedService.open(cacheFile, fresh, policy, WaitingClock.REAL));
  }

  static ReconciliationService open(URI address, CachedService service) {
    return new ReconciliationService(address, service);
  }

  @Override
  public void prepare(Collection<String> names) {
    api.candidates(
        names.stream()
            .map(NameNormalizer::forRequest)
            .filter(ReconciliationService::isName)
            .toList());
  }

  private static boolean isName(String name) {
    return !NameNormalizer.key(name).isEmpty() && name.length() <= MAX_LENGTH;
  }

  @Override
  public List<Candidate> candidates(String name) {
    String asked = NameNormalizer.forRequest(name);
    return isName(asked) ? candidates(asked, api.candidates(List.of(asked)).get(asked)) : List.of();
  }

  private List<Candidate> candidates(String name, JsonNode results) {
    double best = 0;
    for (JsonNode result : results) {
      best = Math.max(best, score(result));
    }
    // Without scores, only the order counts.
    List<Item> items = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (JsonNode result : results) {
      Optional<Item> item = item(result);
      if (item.isPresent()) {
        double score = best > 0 ? score(result) : 1.0 / (1 + items.size());
        boolean sure =
            result.path("match").asBoolean()
                || NameNormalizer.words(item.get().label()).equals(NameNormalizer.words(name));
        items.add(item.get());
        weights.add(Priors.weight(score, best > 0 ? best : 1, sure));
      }
    }
    double all = Priors.UNKNOWN + weights.stream().mapToDouble(it -> it).sum();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      candidates.add(new Candidate(items.get(i), weights.get(i) / all));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::prior).reversed());
    return candidates;
  }

  private static double score(JsonNode result) {
    double score = result.path("score").asDouble();
    return Double.isFinite(score) ? Math.max(0, score) : 0;
  }

  private Optional<Item> item(JsonNode result) {
    String label = result.path("name").asText().strip();
    Optional<String> description =
        Optional.of(result.path("description").asText().strip()).filter(it -> !it.isEmpty());
    return api.manifest()
        .iri(result.path("id").asText())
        .filter(it -> !label.isEmpty())
        .map(it -> new Item(it, label, Optional.empty(), description, type(result), 0));
  }

  /** Returns the entity type by Wikidata classes if known, otherwise by the names of the types. */
  private static Optional<EntityType> type(JsonNode result) {
    List<String> words = new ArrayList<>();
    for (JsonNode type : result.path("type")) {
      String id = type.isTextual() ? type.asText() : type.path("id").asText();
      Optional<ItemKind> kind = WikidataClasses.kindInTable(id);
      if (kind.isPresent()) {
        return kind.map(it -> it.type().orElse(EntityType.OTHER));
      }
      words.add(id + " " + type.path("name").asText());
    }
    return TypeWords.of(words);
  }

  /** Returns facts if the service supports data extension with Wikidata's properties. */
  @Override
  public List<Fact> facts(Item item) {
    Optional<String> id = item.wikidata().filter(Claims::isItem);
    if (id.isEmpty()) {
      return List.of();
    }
    ReconciliationManifest manifest = api.manifest();
    boolean supported =
        manifest.extend() && manifest.identifiesAsWikidata() && manifest.describesAsWikidata();
    return supported
        ? ReconciliationFacts.of(api.rows(List.of(id.get())).get(id.get()), manifest)
        : List.of();
  }

  @Override
  public boolean isOnline() {
    return true;
  }

  @Override
  public void close() {
    service.close();
  }
}
