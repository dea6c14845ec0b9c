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
 * Names an article's linked entities as the knowledge base does. What a person has said of an
 * entity by the name that the article gives it is worth more than a link.
 *
 * @param extraction what was found, with the entities renamed
 * @param links of the entities that have one, by the entity's node
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
        if (own.equals(node) || corrections.outcome(own, iris.article(id)).applied().isEmpty()) {
          nodes.put(entity, node);
          links.merge(node, link.get(), (a, b) -> a.confidence() >= b.confidence() ? a : b);
          named.merge(node, named(entity, link.get().item(), node), LinkApplier::whole);
        }
      }
    }
    Map<Entity, Optional<Entity>> becomes = new HashMap<>();
    nodes.forEach((entity, node) -> becomes.put(entity, Optional.of(named.get(node))));
    return new LinkApplier(new EntityReplacer(found, becomes).replaced(), links);
  }

  private static Entity named(Entity entity, Item item, Node node) {
    Set<String> others = new TreeSet<>(entity.otherNames());
    others.add(entity.name());
    others.remove(item.label());
    return new Entity(
        item.label(), item.type().orElse(entity.type()), others, true, Optional.of(node.getURI()));
  }

  private static Entity whole(Entity one, Entity other) {
    Set<String> others = new TreeSet<>(one.otherNames());
    others.addAll(other.otherNames());
    return new Entity(one.name(), one.type(), others, true, one.iri());
  }
}
