package org.newsgraph.graph.correction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.link.Item;

/** The items that users chose for entities. */
public final class LinkChoices {
  /** Choices by article and entity; those for every article are under {@link Node#ANY}. */
  private final Map<Node, Map<Node, LinkChoice>> byArticle = new HashMap<>();

  private final Map<String, Item> items = new HashMap<>();

  LinkChoices(Collection<LinkChoice> choices) {
    choices.forEach(
        it ->
            byArticle
                .computeIfAbsent(it.article().orElse(Node.ANY), article -> new HashMap<>())
                .put(it.entity(), it));
  }

  /** Tests whether users chose no items. */
  public boolean isEmpty() {
    return byArticle.isEmpty();
  }

  /** Adds the items that a knowledge base has. */
  void describe(Function<String, Optional<Item>> lookup) {
    all()
        .flatMap(it -> it.target().stream())
        .forEach(it -> lookup.apply(it.iri()).ifPresent(item -> items.put(it.iri(), item)));
  }

  /** Returns all choices, in no particular order. */
  public Stream<LinkChoice> all() {
    return byArticle.values().stream().flatMap(it -> it.values().stream());
  }

  /** Returns the item with an IRI, if a knowledge base has it and a user chose it. */
  public Optional<Item> item(String iri) {
    return Optional.ofNullable(items.get(iri));
  }

  /**
   * Returns the choice for an entity in an article. Choices for the article come before those for
   * every article.
   *
   * @param names nodes under which a choice may be stored, in order of precedence
   */
  public Optional<LinkChoice> find(List<Node> names, Node article, Iris iris) {
    Map<Node, LinkChoice> here = byArticle.getOrDefault(article, Map.of());
    Map<Node, LinkChoice> everywhere = byArticle.getOrDefault(Node.ANY, Map.of());
    return Stream.concat(
            names.stream()
                .map(it -> iris.isShared(it) ? it : iris.entityNamed(iris.name(it)))
                .map(here::get),
            names.stream().map(everywhere::get))
        .filter(it -> it != null)
        .findFirst();
  }
}
