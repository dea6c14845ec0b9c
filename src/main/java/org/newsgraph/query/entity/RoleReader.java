package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NodeIdQuads;

/** Reads the roles or the relations of an entity. */
final class RoleReader {
  private final EntityValues values;
  private final NodeIdQuads ids;
  private final Map<NodeId, String> dates = new HashMap<>();
  private boolean isComplete = true;

  RoleReader(EntityValues values) {
    this.values = values;
    this.ids = values.ids();
  }

  /** The ids of the text and of the other entity; of a relation without text, its own id. */
  private record Key(Optional<NodeId> text, Optional<NodeId> other, Optional<NodeId> relation) {}

  /** Tests whether all occurrences of the lists returned so far were read. */
  boolean isComplete() {
    return isComplete;
  }

  /**
   * Returns the roles or relations, the most frequent first.
   *
   * @param property from the entity to the role or relation
   * @param text from there to its text
   * @param other from there to the other entity
   * @param limit maximum number of occurrences to read
   */
  List<EntityRole> read(Node entity, Node property, Node text, Node other, int limit) {
    Map<Key, List<NodeIdQuads.IdQuad>> groups = new LinkedHashMap<>();
    Iterator<NodeIdQuads.IdQuad> quads = ids.withSubject(entity, property);
    for (int i = 0; i < limit && quads.hasNext(); i++) {
      NodeIdQuads.IdQuad quad = quads.next();
      Optional<NodeId> words = ids.value(quad.graph(), quad.value(), text);
      Key key =
          new Key(
              words,
              ids.value(quad.graph(), quad.value(), other),
              // Relations without text are described by their type, each one separately.
              words.isPresent() ? Optional.empty() : Optional.of(quad.value()));
      groups.computeIfAbsent(key, it -> new ArrayList<>()).add(quad);
    }
    isComplete &= !quads.hasNext();
    Map<List<String>, EntityRole> roles = new LinkedHashMap<>();
    groups.forEach(
        (key, of) -> {
          EntityRole role = role(key, of);
          String name = role.other().map(EntityRef::name).orElse("");
          roles.merge(List.of(role.text(), name), role, EntityRole::with);
        });
    return roles.values().stream().sorted(EntityRole.BY_FREQUENCY).toList();
  }

  private EntityRole role(Key key, List<NodeIdQuads.IdQuad> quads) {
    Node graph = ids.term(quads.get(0).graph());
    return new EntityRole(
        key.text()
            .map(it -> GraphValues.text(ids.term(it)))
            .orElseGet(() -> describe(graph, ids.term(quads.get(0).value()))),
        key.other().map(it -> values.named(graph, ids.term(it))),
        quads.stream().map(this::occurrence).toList());
  }

  private EntityRole.Occurrence occurrence(NodeIdQuads.IdQuad quad) {
    return new EntityRole.Occurrence(
        ids.term(quad.value()),
        ids.term(quad.graph()),
        ids.value(quad.graph(), quad.graph(), DCTerms.issued.asNode())
            .map(it -> dates.computeIfAbsent(it, date -> GraphValues.text(ids.term(date))))
            .orElse(""));
  }

  /** Describes a relation without text by its type. */
  private String describe(Node graph, Node relation) {
    for (Node type : GraphValues.values(values.dataset(), graph, relation, RDF.type.asNode())) {
      if (type.equals(News.Birthplace)) {
        return "born in";
      }
      if (type.equals(News.Base)) {
        return "of";
      }
      if (type.equals(News.Age)) {
        return GraphValues.text(values.dataset(), graph, relation, News.years).orElse("?")
            + " years old";
      }
    }
    return "related to";
  }
}
