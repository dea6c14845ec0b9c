package org.newsgraph.query.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.store.text.SearchWord;

/** Finds the entities that a name or an IRI refers to. */
public final class EntityLookup {
  private static final String EXACT =
      """
      SELECT DISTINCT ?entity {
        VALUES ?naming { rdfs:label skos:altLabel }
        ?entity ?naming ?name ; a news:Entity }
      LIMIT 100
      """;

  /** Maximum length of a text for which the text index is searched, in UTF-16 code units. */
  private static final int MAX_LENGTH = 500;

  private final SparqlRunner lookup;
  private final EntitySearch search;
  private final Iris iris;

  public EntityLookup(SparqlRunner lookup) {
    this.lookup = lookup;
    this.search = new EntitySearch(lookup);
    this.iris = lookup.store().iris();
  }

  /**
   * Returns the entity with an IRI, or the shared entity with a name; otherwise all entities with
   * this name; otherwise those whose names differ only in case; otherwise those whose names differ
   * in case, accents and apostrophes only. Empty if there is no such entity.
   *
   * @throws InvalidSearchException if the text is not a valid IRI or name
   */
  public List<Node> find(String text) {
    Node exact = exact(text.strip());
    if (lookup.store().read(dataset -> dataset.contains(Node.ANY, exact, Node.ANY, Node.ANY))) {
      return List.of(exact);
    }
    Set<Node> found = new LinkedHashSet<>();
    lookup
        .rows(EXACT, Map.of("name", NodeFactory.createLiteralString(text.strip())))
        .rows()
        .forEach(row -> found.add(row.get("entity")));
    boolean searchable = text.length() <= MAX_LENGTH && SearchWord.isIn(text);
    if (found.isEmpty() && searchable) {
      List<EntitySearch.Found> similar = search.find(text, "", 20);
      String normalized = SearchWord.normalized(text.strip());
      found.addAll(named(similar, text.strip()::equalsIgnoreCase));
      if (found.isEmpty()) {
        found.addAll(named(similar, name -> SearchWord.normalized(name).equals(normalized)));
      }
    }
    return List.copyOf(found);
  }

  private static List<Node> named(List<EntitySearch.Found> entities, Predicate<String> name) {
    return entities.stream()
        .filter(it -> it.names().stream().anyMatch(name))
        .map(EntitySearch.Found::entity)
        .toList();
  }

  private Node exact(String text) {
    try {
      return iris.parseEntity(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidSearchException(e.getMessage());
    }
  }
}
