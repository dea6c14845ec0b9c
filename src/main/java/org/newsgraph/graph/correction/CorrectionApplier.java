package org.newsgraph.graph.correction;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Corrections.Resolution;

/**
 * Applies corrections to one extraction: replaces entities, then all records that refer to them.
 */
final class CorrectionApplier {
  private final Extraction extraction;
  private final Iris iris;
  private final Node article;

  /** Replacement of each corrected entity; empty for removed entities. */
  private final Map<Entity, Optional<Entity>> replacements = new HashMap<>();

  private final Map<Node, Set<Correction>> applied = new LinkedHashMap<>();

  CorrectionApplier(Extraction extraction, Corrections corrections, Iris iris) {
    this.extraction = extraction;
    this.iris = iris;
    this.article = iris.article(extraction.article().id());
    Map<Resolution, Set<Entity>> outcomes = new LinkedHashMap<>();
    Map<Node, Set<Entity>> entitiesByNode = new LinkedHashMap<>();
    for (Entity entity : extraction.allEntities()) {
      Resolution outcome = corrections.resolve(node(entity), article);
      outcomes.computeIfAbsent(outcome, it -> new LinkedHashSet<>()).add(entity);
      if (!outcome.removed()) {
        entitiesByNode.computeIfAbsent(outcome.node(), it -> new LinkedHashSet<>()).add(entity);
      }
    }
    outcomes.forEach((outcome, entities) -> replace(outcome, entities, entitiesByNode));
  }

  private void replace(
      Resolution outcome, Set<Entity> entities, Map<Node, Set<Entity>> entitiesByNode) {
    if (outcome.applied().isEmpty()) {
      return;
    }
    Node node = outcome.removed() ? article : outcome.node();
    applied.computeIfAbsent(node, it -> new LinkedHashSet<>()).addAll(outcome.applied());
    if (outcome.removed()) {
      entities.forEach(entity -> replacements.put(entity, Optional.empty()));
    } else {
      Set<Entity> group = entitiesByNode.get(node);
      Entity merged = merged(node, group, outcome.name());
      group.forEach(entity -> replacements.put(entity, Optional.of(merged)));
    }
  }

  private Node node(Entity entity) {
    return iris.entity(entity, extraction.article().id());
  }

  /** Returns the entity into which several are merged. */
  private Entity merged(Node node, Set<Entity> parts, Optional<String> rename) {
    Set<Entity> representative =
        parts.stream()
            .filter(entity -> node(entity).equals(node))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String name =
        rename.orElseGet(
            () ->
                representative.stream()
                    .map(Entity::name)
                    .findFirst()
                    .orElseGet(() -> iris.name(node)));
    Set<String> otherNames = new HashSet<>();
    for (Entity part : parts) {
      otherNames.add(part.name());
      otherNames.addAll(part.otherNames());
    }
    otherNames.remove(name);
    return new Entity(
        name,
        type(representative.isEmpty() ? parts : representative),
        otherNames,
        iris.isShared(node),
        Optional.of(node.getURI()));
  }

  /**
   * Returns PERSON if an entity has a role, which only people have; otherwise the most frequent
   * type.
   */
  private EntityType type(Set<Entity> entities) {
    if (extraction.roles().stream().anyMatch(role -> entities.contains(role.person()))) {
      return EntityType.PERSON;
    }
    Map<EntityType, Long> counts =
        extraction.mentions().stream()
            .map(Mention::entity)
            .filter(entities::contains)
            .collect(Collectors.groupingBy(Entity::type, Collectors.counting()));
    return counts.entrySet().stream()
        .min(
            Map.Entry.<EntityType, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseGet(() -> entities.iterator().next().type());
  }

  CorrectedExtraction apply() {
    return replacements.isEmpty()
        ? new CorrectedExtraction(extraction, Map.of())
        : new CorrectedExtraction(new EntityReplacer(extraction, replacements).replace(), applied);
  }
}
