package org.newsgraph.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.LinkApplier.ChosenLink;
import org.newsgraph.graph.correction.CorrectedExtraction;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.graph.correction.EntityReplacer;
import org.newsgraph.graph.correction.LinkTarget;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;

/**
 * Applies the links that users chose, after all other corrections.
 *
 * <p>An entity that is linked to nothing keeps its name. It is known in its article only if its
 * choice is limited to the article, or if another entity of its name may be linked: otherwise both
 * would be one entity.
 */
final class ChosenLinks {
  /** Reason of a link that a user chose. */
  private static final String CHOSEN = "chosen by a person";

  private final Extraction extraction;
  private final Corrections corrections;
  private final Iris iris;
  private final Node article;
  private final Map<Node, Set<Correction>> applied;
  private final Map<Node, Link> links;
  private final Map<Node, Set<String>> names;
  private final List<Link> linkedByLinker;

  /** Entities after corrections, by node. */
  private final Map<Node, Set<Entity>> entities = new LinkedHashMap<>();

  private final Map<Entity, Node> nodes = new LinkedHashMap<>();
  private final Map<Node, Entity> named = new HashMap<>();

  /**
   * The extraction of an article after all corrections.
   *
   * @param corrected the extraction with the applied corrections
   * @param links links by the node of the entity
   * @param names names of linked entities in the article, by the node of the entity
   */
  record Outcome(
      CorrectedExtraction corrected, Map<Node, Link> links, Map<Node, Set<String>> names) {}

  private ChosenLinks(
      LinkApplier linking, CorrectedExtraction corrected, Corrections corrections, Iris iris) {
    this.extraction = corrected.extraction();
    this.corrections = corrections;
    this.iris = iris;
    this.article = iris.article(extraction.article().id());
    this.applied = new LinkedHashMap<>(corrected.applied());
    this.links = new HashMap<>(linking.links());
    this.names = new HashMap<>(linking.names());
    this.linkedByLinker = List.copyOf(linking.links().values());
    for (Entity entity : extraction.allEntities()) {
      entities.computeIfAbsent(node(entity), it -> new LinkedHashSet<>()).add(entity);
    }
  }

  static Outcome apply(
      LinkApplier linking, CorrectedExtraction corrected, Corrections corrections, Iris iris) {
    return linking.chosen().isEmpty()
        ? new Outcome(corrected, linking.links(), linking.names())
        : new ChosenLinks(linking, corrected, corrections, iris).apply(linking.chosen());
  }

  private Outcome apply(List<ChosenLink> chosen) {
    Map<Node, ChosenLink> byNode = new LinkedHashMap<>();
    // One of several choices for merged entities is kept: that for the merged entity, if any.
    chosen.forEach(
        it ->
            byNode.merge(
                corrections.resolve(node(it.entity()), article).node(), it, this::preferred));
    Map<Node, Set<Correction>> reasons = new HashMap<>();
    for (Node node : byNode.keySet()) {
      reasons.put(node, new LinkedHashSet<>(applied.getOrDefault(node, Set.of())));
      applied.remove(node);
      links.remove(node);
    }
    byNode.forEach((node, choice) -> choose(node, choice, reasons.get(node)));
    // Entities that the linker linked to a chosen item become one with the entity of the choice.
    entities.forEach(
        (node, group) -> {
          if (!byNode.containsKey(node) && named.containsKey(node)) {
            group.forEach(
                it -> {
                  nodes.put(it, node);
                  named.merge(node, it, LinkApplier::merged);
                });
          }
        });
    chosen.forEach(this::recordName);
    Map<Entity, Optional<Entity>> replacements = new HashMap<>();
    nodes.forEach((entity, node) -> replacements.put(entity, Optional.of(named.get(node))));
    return new Outcome(
        new CorrectedExtraction(new EntityReplacer(extraction, replacements).replace(), applied),
        links,
        names);
  }

  private void recordName(ChosenLink chosen) {
    Node node = corrections.resolve(node(chosen.entity()), article).node();
    for (Entity entity : entities.getOrDefault(node, Set.of())) {
      Set<String> all = new TreeSet<>(names.getOrDefault(nodes.get(entity), Set.of()));
      all.add(iris.name(node(chosen.entity())));
      names.put(nodes.get(entity), all);
    }
  }

  private ChosenLink preferred(ChosenLink left, ChosenLink right) {
    Comparator<ChosenLink> order =
        Comparator.comparing(
                (ChosenLink it) ->
                    !it.choice()
                        .entity()
                        .equals(corrections.resolve(node(it.entity()), article).node()))
            .thenComparing(it -> it.choice().canonicalForm());
    return order.compare(left, right) <= 0 ? left : right;
  }

  private void choose(Node before, ChosenLink chosen, Set<Correction> reasons) {
    Set<Entity> group = entities.getOrDefault(before, Set.of());
    if (group.isEmpty()) {
      return;
    }
    Entity entity = group.iterator().next();
    Optional<Item> item = chosen.choice().target().map(it -> item(it, chosen, entity));
    Node now = item.map(iris::entity).orElseGet(() -> unlinked(before, chosen));
    boolean renamed = reasons.stream().anyMatch(Rename.class::isInstance);
    reasons.add(chosen.choice());
    applied.merge(now, reasons, ChosenLinks::union);
    item.ifPresent(it -> links.put(now, new Link(it, 1, CHOSEN)));
    Entity result =
        item.filter(it -> !renamed)
            .map(it -> LinkApplier.named(entity, it, now))
            .orElseGet(() -> moved(entity, item, now));
    named.merge(now, result, LinkApplier::merged);
    group.forEach(it -> nodes.put(it, now));
  }

  private Entity moved(Entity entity, Optional<Item> item, Node now) {
    return new Entity(
        entity.name(),
        item.flatMap(Item::type).orElse(entity.type()),
        entity.otherNames(),
        iris.isShared(now),
        Optional.of(now.getURI()));
  }

  private Item item(LinkTarget target, ChosenLink chosen, Entity entity) {
    return Stream.concat(chosen.considered().stream(), linkedByLinker.stream())
        .map(Link::item)
        .filter(it -> it.iri().equals(target.iri()))
        .findFirst()
        .or(() -> corrections.links().item(target.iri()))
        .orElseGet(() -> target.item(entity.name()));
  }

  /** Returns the node of an entity that is linked to nothing. */
  private Node unlinked(Node node, ChosenLink chosen) {
    LinkChoice choice = chosen.choice();
    boolean linkable =
        chosen.considered().stream().anyMatch(it -> iris.entity(it.item()).equals(node));
    boolean ambiguous = choice.article().isPresent() || (linkable && !choice.entity().equals(node));
    return ambiguous && node.equals(node(chosen.entity())) && iris.isShared(node)
        ? iris.entityIn(article, iris.name(node))
        : node;
  }

  private Node node(Entity entity) {
    return iris.entity(entity, extraction.article().id());
  }

  private static Set<Correction> union(Set<Correction> left, Set<Correction> right) {
    Set<Correction> all = new HashSet<>(left);
    all.addAll(right);
    return all;
  }
}
