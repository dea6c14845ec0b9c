package org.newsgraph.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.graph.correction.Corrections.Resolution;
import org.newsgraph.graph.correction.EntityReplacer;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;
import org.newsgraph.link.LinkedExtraction;

/**
 * An extraction whose linked entities have the names and IRIs of their items. A user's correction
 * of an entity, under its name in the article, takes precedence over a link.
 *
 * @param extraction the extraction with renamed entities
 * @param links links by the node of the entity
 * @param names names of linked entities in the article, by the node of the entity
 * @param chosen entities whose link a user chose; they are not linked yet
 */
record LinkApplier(
    Extraction extraction,
    Map<Node, Link> links,
    Map<Node, Set<String>> names,
    List<ChosenLink> chosen) {
  /**
   * An entity whose link a user chose.
   *
   * @param entity the entity as extracted
   * @param choice the user's choice
   * @param considered candidate links of the entity
   */
  record ChosenLink(Entity entity, LinkChoice choice, List<Link> considered) {}

  static LinkApplier of(LinkedExtraction linked, Corrections corrections, Iris iris) {
    Extraction found = linked.extraction();
    String id = found.article().id();
    Map<Node, Link> links = new HashMap<>();
    Map<Node, Entity> named = new LinkedHashMap<>();
    Map<Entity, Node> nodes = new LinkedHashMap<>();
    Map<Node, Set<String>> names = new HashMap<>();
    List<ChosenLink> chosen = new ArrayList<>();
    Map<Node, List<Entity>> spellings = new LinkedHashMap<>();
    for (Entity entity : found.allEntities()) {
      Optional<Link> link = linked.link(entity);
      Node own = iris.entity(entity, id);
      Resolution corrected = corrections.resolve(own, iris.article(id));
      Optional<Node> node =
          link.map(it -> iris.entity(it.item()))
              .filter(it -> own.equals(it) || corrected.applied().isEmpty());
      Optional<LinkChoice> choice = choice(own, link, corrected, corrections, iris, id);
      if (choice.isPresent()) {
        chosen.add(
            new ChosenLink(
                entity, choice.get(), linked.considered().getOrDefault(entity, List.of())));
      } else if (node.isPresent()) {
        nodes.put(entity, node.get());
        links.merge(node.get(), link.get(), (a, b) -> a.confidence() >= b.confidence() ? a : b);
        named.merge(node.get(), named(entity, link.get().item(), node.get()), LinkApplier::merged);
        names.computeIfAbsent(node.get(), it -> new TreeSet<>()).add(iris.name(own));
      } else {
        spellings.computeIfAbsent(own, it -> new ArrayList<>()).add(entity);
      }
    }
    Map<Entity, Optional<Entity>> replacements = new HashMap<>();
    spellings.values().forEach(same -> merge(same, replacements));
    nodes.forEach((entity, node) -> replacements.put(entity, Optional.of(named.get(node))));
    Extraction replaced = new EntityReplacer(found, replacements).replace();
    return new LinkApplier(withReasons(replaced, found, nodes), links, names, chosen);
  }

  /** Merges the unlinked entities of a node and a type: "G20" and "G-20". */
  private static void merge(List<Entity> same, Map<Entity, Optional<Entity>> replacements) {
    for (Entity first : same) {
      List<Entity> all = same.stream().filter(it -> it.type() == first.type()).toList();
      if (all.size() > 1 && all.get(0).equals(first)) {
        Set<String> others = new TreeSet<>();
        all.forEach(it -> others.add(it.name()));
        all.forEach(it -> others.addAll(it.otherNames()));
        others.remove(first.name());
        Entity merged = new Entity(first.name(), first.type(), others, first.shared(), first.iri());
        all.forEach(it -> replacements.put(it, Optional.of(merged)));
      }
    }
  }

  /**
   * Returns the extraction with the link as the reason of each mention whose entity only the link
   * merges with an entity named before it.
   */
  private static Extraction withReasons(
      Extraction replaced, Extraction found, Map<Entity, Node> nodes) {
    Map<Node, Entity> first = new HashMap<>();
    nodes.forEach((entity, node) -> first.putIfAbsent(node, entity));
    if (first.size() == nodes.size()) {
      return replaced;
    }
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < found.mentions().size(); i++) {
      Entity entity = found.mentions().get(i).entity();
      Mention mention = replaced.mentions().get(i);
      boolean merged = nodes.containsKey(entity) && !first.get(nodes.get(entity)).equals(entity);
      mentions.add(merged ? because(mention, ResolutionReason.LINK) : mention);
    }
    return new Extraction(
        replaced.article(),
        mentions,
        replaced.statements(),
        replaced.reports(),
        replaced.roles(),
        replaced.relations());
  }

  private static Mention because(Mention it, ResolutionReason why) {
    return new Mention(it.span(), it.text(), it.type(), it.entity(), why, it.confidence());
  }

  /** Returns the user's choice for an entity, by its name, its linker's item or its correction. */
  private static Optional<LinkChoice> choice(
      Node own,
      Optional<Link> link,
      Resolution corrected,
      Corrections corrections,
      Iris iris,
      String id) {
    if (corrections.links().isEmpty() || corrected.removed()) {
      return Optional.empty();
    }
    Node article = iris.article(id);
    List<Node> names = new ArrayList<>(List.of(own));
    link.map(it -> iris.entity(it.item()))
        .filter(it -> corrected.applied().isEmpty())
        .ifPresent(
            it -> {
              names.add(it);
              names.add(corrections.resolve(it, article).node());
            });
    names.add(corrected.node());
    return corrections.links().find(names, article, iris);
  }

  /** Returns an entity with the label and the node of its item. */
  static Entity named(Entity entity, Item item, Node node) {
    Set<String> others = new TreeSet<>(entity.otherNames());
    others.add(entity.name());
    others.remove(item.label());
    return new Entity(
        item.label(), item.type().orElse(entity.type()), others, true, Optional.of(node.getURI()));
  }

  /** Returns one entity for two that are linked to the same item. */
  static Entity merged(Entity left, Entity right) {
    Set<String> others = new TreeSet<>(left.otherNames());
    others.addAll(right.otherNames());
    others.add(right.name());
    others.remove(left.name());
    return new Entity(left.name(), left.type(), others, true, left.iri());
  }
}
