package org.newsgraph.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.extract.EntityType;

/**
 * A combination of several knowledge bases. Items that share an IRI or a Wikipedia title are one
 * item; the values of the first knowledge base take precedence. The prior of a candidate is the
 * mean over the knowledge bases that have the name. Fallbacks are asked for a name only if no other
 * knowledge base has it.
 */
public final class CompositeKnowledgeBase implements KnowledgeBase {
  private final List<KnowledgeBase> sources;

  /**
   * @param sources the knowledge bases, in descending order of precedence; closed with this one
   */
  public CompositeKnowledgeBase(List<? extends KnowledgeBase> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public List<Candidate> candidates(String name) {
    List<List<Candidate>> known = candidates(name, false);
    List<List<Candidate>> found = known.isEmpty() ? candidates(name, true) : known;
    if (found.size() < 2) {
      return found.isEmpty() ? List.of() : found.get(0).stream().map(this::withIdentity).toList();
    }
    Map<String, List<Candidate>> same = new LinkedHashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (List<Candidate> candidates : found) {
      for (Candidate candidate : candidates) {
        same.computeIfAbsent(key(candidate.item(), keys), key -> new ArrayList<>()).add(candidate);
      }
    }
    return same.values().stream()
        .map(each -> merged(each, found.size()))
        .map(this::withIdentity)
        .sorted(
            Comparator.comparing(Candidate::exact).thenComparingDouble(Candidate::prior).reversed())
        .toList();
  }

  private List<List<Candidate>> candidates(String name, boolean fallback) {
    return sources.stream()
        .filter(source -> source.isFallback() == fallback)
        .map(source -> source.candidates(name))
        .filter(candidates -> !candidates.isEmpty())
        .toList();
  }

  /** Returns the key under which an item and its duplicates in other sources are grouped. */
  private static String key(Item item, Map<String, String> keys) {
    String known = keys.get(item.iri());
    String key = known != null ? known : item.title().map(keys::get).orElse(item.iri());
    keys.putIfAbsent(item.iri(), key);
    item.title().ifPresent(title -> keys.putIfAbsent(title, key));
    return key;
  }

  private static Candidate merged(List<Candidate> same, int sources) {
    double prior = same.stream().mapToDouble(Candidate::prior).sum() / sources;
    return new Candidate(
        same.stream().map(Candidate::item).reduce(CompositeKnowledgeBase::merged).orElseThrow(),
        Math.min(1, prior),
        same.stream().anyMatch(Candidate::exact));
  }

  private static Item merged(Item first, Item other) {
    return new Item(
        first.iri(),
        first.label(),
        first.title().or(other::title),
        first.description().or(other::description),
        first.type().or(other::type),
        Math.max(first.popularity(), other.popularity()),
        first.distinct() && other.distinct());
  }

  /** Replaces an item that has only a Wikipedia title by another source's item with this title. */
  private Candidate withIdentity(Candidate candidate) {
    Item item = candidate.item();
    if (sources.size() < 2 || !item.iri().startsWith(Item.WIKIPEDIA) || item.title().isEmpty()) {
      return candidate;
    }
    return sources.stream()
        .flatMap(source -> byTitle(source, item.title().get()).stream())
        .filter(other -> !other.iri().equals(item.iri()))
        .findFirst()
        .map(other -> new Candidate(merged(other, item), candidate.prior(), candidate.exact()))
        .orElse(candidate);
  }

  private static Optional<Item> byTitle(KnowledgeBase source, String title) {
    return source.candidates(title).stream()
        .map(Candidate::item)
        .filter(item -> hasTitle(item, title))
        .findFirst();
  }

  /**
   * Tests whether an item is the one with a Wikipedia title. The distinct label of an item of
   * unknown title is its title if it has several words or is a place's: "Apple" is the title of the
   * fruit.
   */
  private static boolean hasTitle(Item item, String title) {
    return item.title().isPresent()
        ? item.title().get().equals(title)
        : item.distinct()
            && item.label().equals(title)
            && (title.contains(" ") || item.type().equals(Optional.of(EntityType.PLACE)));
  }

  /** Returns the item with an IRI, with the title that other sources give it. */
  @Override
  public Optional<Item> item(String iri) {
    return sources.stream()
        .flatMap(source -> source.item(iri).stream())
        .findFirst()
        .map(
            item ->
                candidates(item.title().orElse(item.label())).stream()
                    .map(Candidate::item)
                    .filter(it -> it.iri().equals(iri))
                    .findFirst()
                    .orElse(item));
  }

  @Override
  public boolean isOnline() {
    return sources.stream().anyMatch(KnowledgeBase::isOnline);
  }

  @Override
  public void prepare(Collection<String> names) {
    sources.forEach(source -> source.prepare(names));
  }

  @Override
  public List<Fact> facts(Item item) {
    return sources.stream().flatMap(source -> source.facts(item).stream()).distinct().toList();
  }

  @Override
  public void close() {
    sources.forEach(KnowledgeBase::close);
  }
}
