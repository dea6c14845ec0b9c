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
import org.newsgraph.graph.correction.Corrections;
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
 */
record LinkApplier(Extraction extraction, Map<Node, Link> links) {
  static LinkApplier of(LinkedExtraction linked, Corrections corrections, Iris iris) {
    Extraction found = linked.extraction();
    String id = found.article().id();
    Map<Node, Link> links = new HashMap<>();
    Map<Node, Entity> named = new LinkedHashMap<>();
    Map<Entity, Node> nodes = new LinkedHashMap<>();
    for (Entity entity : found.allEntities()) {
      Optional<Link> link = linked.link(entity);
      if (link.isPresent()) {
        Node node = iris.entity(link.get().item());
        Node own = iris.entity(entity, id);
        if (own.equals(node) || corrections.resolve(own, iris.article(id)).applied().isEmpty()) {
          nodes.put(entity, node);
          links.merge(node, link.get(), (a, b) -> a.confidence() >= b.confidence() ? a : b);
          named.merge(node, named(entity, link.get().item(), node), LinkApplier::merged);
        }
      }
    }
    Map<Entity, Optional<Entity>> replacements = new HashMap<>();
    nodes.forEach((entity, node) -> replacements.put(entity, Optional.of(named.get(node))));
    Extraction replaced = new EntityReplacer(found, replacements).replace();
    return new LinkApplier(withReasons(replaced, found, nodes), links);
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

  private static Entity named(Entity entity, Item item, Node node) {
    Set<String> others = new TreeSet<>(entity.otherNames());
    others.add(entity.name());
    others.remove(item.label());
    return new Entity(
        item.label(), item.type().orElse(entity.type()), others, true, Optional.of(node.getURI()));
  }

  private static Entity merged(Entity left, Entity right) {
    Set<String> others = new TreeSet<>(left.otherNames());
    others.addAll(right.otherNames());
    return new Entity(left.name(), left.type(), others, true, left.iri());
  }
}
