package org.newsgraph.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.extract.EntityType;

/** A small in-memory knowledge base for tests. */
final class HandMadeKnowledge implements KnowledgeBase {
  private final Map<String, List<Candidate>> names = new LinkedHashMap<>();
  private boolean closed;

  HandMadeKnowledge with(String name, Item item, double prior) {
    names.computeIfAbsent(name, key -> new ArrayList<>()).add(new Candidate(item, prior));
    return this;
  }

  /** Returns an item that has only a Wikipedia title. */
  static Item titled(String title, double popularity) {
    return new Item(
        Item.WIKIPEDIA + title.replace(' ', '_'),
        title.replaceFirst(" \\(.*\\)$", ""),
        Optional.of(title),
        Optional.empty(),
        Optional.empty(),
        popularity);
  }

  static Item numbered(String number, String title, EntityType type, String description) {
    return new Item(
        Item.WIKIDATA + number,
        title.replaceFirst(" \\(.*\\)$", ""),
        Optional.of(title),
        Optional.of(description),
        Optional.of(type),
        2);
  }

  @Override
  public List<Candidate> candidates(String name) {
    return names.getOrDefault(name, List.of());
  }

  @Override
  public List<Fact> facts(Item item) {
    return List.of();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
