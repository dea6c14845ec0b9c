package org.newsgraph.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
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
    return new LinkApplier(new EntityReplacer(found, replacements).replace(), links);
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
