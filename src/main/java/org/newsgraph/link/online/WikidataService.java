package org.newsgraph.link.online;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.online.WikidataApi.Hit;
import org.newsgraph.link.wikidata.ItemKind;

/** A knowledge base that queries Wikidata over the network and caches the responses in a file. */
public final class WikidataService implements KnowledgeBase {
  /** Address of Wikidata's API. */
  public static final URI ADDRESS = WikidataApi.WIKIDATA;

  /** Maximum length of a name, in UTF-16 code units; Wikidata refuses longer ones. */
  private static final int MAX_LENGTH = 200;

  /** Number of names to look up together: a few full batches of items, and little memory. */
  private static final int NAMES_PER_BATCH = 100;

  private final CachedService service;
  private final WikidataApi api;
  private final List<String> languages;

  private WikidataService(URI address, CachedService service, List<String> languages) {
    this.service = service;
    this.languages = List.copyOf(languages);
    api = new WikidataApi(address, service, languages);
  }

  /**
   * Opens the service without sending a request yet.
   *
   * @param address address of the API of Wikidata or a mirror
   * @param languages Wikidata's codes of the languages of names and descriptions, in descending
   *     order of preference
   * @param cacheFile file in which responses are cached; created if missing
   * @param fresh time before which cached responses are out of date and requested again
   * @param policy rate and limits of requests
   * @throws org.newsgraph.link.KnowledgeBaseException if the file cannot be opened
   */
  public static WikidataService open(
      URI address, List<String> languages, Path cacheFile, Instant fresh, RequestPolicy policy) {
    return open(
        address, languages, CachedService.open(cacheFile, fresh, policy, WaitingClock.REAL));
  }

  static WikidataService open(URI address, List<String> languages, CachedService service) {
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("no language");
    }
    return new WikidataService(address, service, languages);
  }

  @Override
  public void prepare(Collection<String> names) {
    List<String> all = names.stream().map(NameNormalizer::forRequest).distinct().toList();
    for (int from = 0; from < all.size(); from += NAMES_PER_BATCH) {
      bearers(all.subList(from, Math.min(from + NAMES_PER_BATCH, all.size())));
    }
  }

  @Override
  public List<Candidate> candidates(String name) {
    String asked = NameNormalizer.forRequest(name);
    NamedItems bearers = bearers(List.of(asked));
    List<Bearer> found = new ArrayList<>();
    for (WikidataEntity entity : bearers.of(asked)) {
      Optional<ItemKind> kind = bearers.kind(entity);
      if (!kind.equals(Optional.of(ItemKind.NONE))) {
        Item item = entity.item(languages, kind.flatMap(ItemKind::type));
        boolean exact = entity.names().contains(asked);
        double weight = Priors.weight(found.size(), exact, item.popularity());
        found.add(new Bearer(item, exact, weight));
      }
    }
    double all = Priors.UNKNOWN + found.stream().mapToDouble(Bearer::weight).sum();
    return found.stream()
        .sorted(Comparator.comparing(Bearer::exact).thenComparingDouble(Bearer::weight).reversed())
        .map(it -> new Candidate(it.item(), it.weight() / all))
        .toList();
  }

  private record Bearer(Item item, boolean exact, double weight) {}

  /** The items that have certain names, and the kinds of their classes. */
  private record NamedItems(
      Map<String, List<String>> ids,
      Map<String, WikidataEntity> entities,
      Map<String, ItemKind> kinds) {
    List<WikidataEntity> of(String name) {
      return ids.getOrDefault(name, List.of()).stream()
          .map(entities::get)
          .filter(it -> !it.missing())
          .toList();
    }

    Optional<ItemKind> kind(WikidataEntity entity) {
      return WikidataClasses.of(entity.classes(), kinds);
    }
  }

  /** Searches names one by one, since the API has no batch search; fetches items in batches. */
  private NamedItems bearers(Collection<String> names) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (String name : names) {
      ids.computeIfAbsent(NameNormalizer.forRequest(name), this::search);
    }
    Map<String, WikidataEntity> entities =
        api.items(ids.values().stream().flatMap(List::stream).toList());
    Set<String> classes = new LinkedHashSet<>();
    entities.values().forEach(it -> classes.addAll(it.classes()));
    return new NamedItems(ids, entities, WikidataClasses.kinds(classes, this::superclasses));
  }

  /** Returns the items that have a name, in the first language with any such item. */
  private List<String> search(String name) {
    String folded = NameNormalizer.key(name);
    if (folded.isEmpty() || name.length() > MAX_LENGTH) {
      return List.of();
    }
    for (String language : languages) {
      List<String> bearers =
          api.search(name, language).stream()
              .filter(it -> NameNormalizer.key(it.matchedName()).equals(folded))
              .map(Hit::id)
              .distinct()
              .toList();
      if (!bearers.isEmpty()) {
        return bearers;
      }
    }
    return List.of();
  }

  private Map<String, List<String>> superclasses(Collection<String> classes) {
    return api.classes(classes).values().stream()
        .collect(Collectors.toMap(WikidataEntity::id, WikidataEntity::superclasses));
  }

  @Override
  public List<Fact> facts(Item item) {
    Optional<String> id = item.wikidata().filter(Claims::isItem);
    if (id.isEmpty()) {
      return List.of();
    }
    List<Fact> facts = api.items(List.of(id.get())).get(id.get()).facts();
    Set<String> things = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact.value() instanceof Fact.Thing thing) {
        things.add(thing.label());
      }
    }
    Map<String, WikidataEntity> labels = api.labels(things);
    return facts.stream().map(it -> labelled(it, labels)).toList();
  }

  private Fact labelled(Fact fact, Map<String, WikidataEntity> labels) {
    if (fact.value() instanceof Fact.Thing thing) {
      String label = labels.get(thing.label()).label(languages).orElse(thing.label());
      return new Fact(fact.property(), new Fact.Thing(thing.iri(), label));
    }
    return fact;
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
