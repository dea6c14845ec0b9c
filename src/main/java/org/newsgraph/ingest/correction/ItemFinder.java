package org.newsgraph.ingest.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.News;
import org.newsgraph.graph.correction.LinkTarget;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.store.NewsStore;

/**
 * Finds the items of a knowledge base that a user may mean.
 *
 * @param knowledge the knowledge base, if there is one
 * @param store database with the names of entities
 */
public record ItemFinder(Optional<KnowledgeBase> knowledge, NewsStore store) {
  /** Maximum number of names of an entity that are looked up. */
  private static final int MAX_NAMES = 12;

  /** Maximum number of items in a list. */
  private static final int MAX_ITEMS = 24;

  /** Returns the item that a user chose, if the knowledge base has it. */
  public Optional<Item> find(LinkTarget target, Collection<Node> entities) {
    Optional<Item> byIri = knowledge.flatMap(it -> it.item(target.iri()));
    if (byIri.isPresent()) {
      return byIri;
    }
    // Online services look up names only.
    Item unknown = target.item("?");
    Set<String> names = new LinkedHashSet<>();
    unknown.title().or(target::name).ifPresent(names::add);
    entities.forEach(it -> names.addAll(names(it)));
    return candidates(names).stream()
        .filter(
            it ->
                it.iri().equals(target.iri())
                    || (unknown.title().isPresent() && unknown.title().equals(it.title())))
        .findFirst();
  }

  /** Returns the items that the names of an entity may denote, the most probable first. */
  public List<Item> candidates(Node entity) {
    return limited(candidates(names(entity)));
  }

  /** Returns the items that a name may denote, the most probable first. */
  public List<Item> candidates(String name) {
    return limited(candidates(Set.of(name)));
  }

  private static List<Item> limited(List<Item> items) {
    return items.subList(0, Math.min(MAX_ITEMS, items.size()));
  }

  private List<Item> candidates(Set<String> names) {
    Map<String, Candidate> best = new LinkedHashMap<>();
    for (String name : names) {
      knowledge.map(it -> it.candidates(name)).orElse(List.of()).stream()
          .forEach(it -> best.merge(it.item().iri(), it, (a, b) -> a.prior() >= b.prior() ? a : b));
    }
    List<Candidate> ranked = new ArrayList<>(best.values());
    ranked.sort(
        Comparator.comparing(Candidate::exact)
            .thenComparingDouble(Candidate::prior)
            .reversed()
            .thenComparing(it -> it.item().iri()));
    return ranked.stream().map(Candidate::item).toList();
  }

  /** Returns the names of an entity, those in articles first. */
  private Set<String> names(Node entity) {
    Set<String> names = new LinkedHashSet<>();
    store.read(
        dataset -> {
          for (Node naming :
              List.of(News.nameInArticle, RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            var found = dataset.find(Node.ANY, entity, naming, Node.ANY);
            while (found.hasNext() && names.size() < MAX_NAMES) {
              names.add(found.next().getObject().getLiteralLexicalForm());
            }
          }
          return names;
        });
    return names;
  }
}
