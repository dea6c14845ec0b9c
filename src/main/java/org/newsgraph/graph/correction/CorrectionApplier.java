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
import org.newsgraph.graph.correction.Corrections.Outcome;

/** Corrects the findings of one article: who is whom first, then all that speaks of them. */
final class CorrectionApplier {
  private final Extraction extraction;
  private final Iris iris;
  private final Node article;

  /** What becomes of each entity; nothing for those who are forgotten. */
  private final Map<Entity, Optional<Entity>> becomes = new HashMap<>();

  private final Map<Node, Set<Correction>> applied = new LinkedHashMap<>();

  CorrectionApplier(Extraction extraction, Corrections corrections, Iris iris) {
    this.extraction = extraction;
    this.iris = iris;
    this.article = iris.article(extraction.article().id());
    Map<Outcome, Set<Entity>> outcomes = new LinkedHashMap<>();
    Map<Node, Set<Entity>> ones = new LinkedHashMap<>();
    for (Entity entity : extraction.allEntities()) {
      Outcome outcome = corrections.outcome(node(entity), article);
      outcomes.computeIfAbsent(outcome, it -> new LinkedHashSet<>()).add(entity);
      if (!outcome.forgotten()) {
        ones.computeIfAbsent(outcome.node(), it -> new LinkedHashSet<>()).add(entity);
      }
    }
    outcomes.forEach((outcome, entities) -> become(outcome, entities, ones));
  }

  private void become(Outcome outcome, Set<Entity> entities, Map<Node, Set<Entity>> ones) {
    if (outcome.applied().isEmpty()) {
      return;
    }
    Node node = outcome.forgotten() ? article : outcome.node();
    applied.computeIfAbsent(node, it -> new LinkedHashSet<>()).addAll(outcome.applied());
    if (outcome.forgotten()) {
      entities.forEach(entity -> becomes.put(entity, Optional.empty()));
    } else {
      Set<Entity> one = ones.get(node);
      Entity whole = whole(node, one, outcome.name());
      one.forEach(entity -> becomes.put(entity, Optional.of(whole)));
    }
  }

  private Node node(Entity entity) {
    return iris.entity(entity, extraction.article().id());
  }

  /** The one entity that several are. */
  private Entity whole(Node node, Set<Entity> parts, Optional<String> rename) {
    Set<Entity> itself =
        parts.stream()
            .filter(entity -> node(entity).equals(node))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String name =
        rename.orElseGet(
            () -> itself.stream().map(Entity::name).findFirst().orElseGet(() -> iris.name(node)));
    Set<String> otherNames = new HashSet<>();
    for (Entity part : parts) {
      otherNames.add(part.name());
      otherNames.addAll(part.otherNames());
    }
    otherNames.remove(name);
    return new Entity(
        name,
        type(itself.isEmpty() ? parts : itself),
        otherNames,
        iris.isShared(node),
        Optional.of(node.getURI()));
  }

  /** A person if one has a role, since nothing else can have one; else what is named most often. */
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

  CorrectedExtraction corrected() {
    return becomes.isEmpty()
        ? new CorrectedExtraction(extraction, Map.of())
        : new CorrectedExtraction(new EntityReplacer(extraction, becomes).replaced(), applied);
  }
}
