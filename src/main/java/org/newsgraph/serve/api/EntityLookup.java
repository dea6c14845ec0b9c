package org.newsgraph.serve.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.SparqlRunner;

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
   * this name; otherwise those whose names differ only in case. Empty if there is no such entity.
   *
   * @throws HttpError if the text is not a valid IRI or name
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
    boolean searchable =
        text.length() <= MAX_LENGTH && text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (found.isEmpty() && searchable) {
      search.find(text, "", 20).stream()
          .filter(it -> it.names().stream().anyMatch(text.strip()::equalsIgnoreCase))
          .forEach(it -> found.add(it.entity()));
    }
    return List.copyOf(found);
  }

  private Node exact(String text) {
    try {
      return iris.parseEntity(text);
    } catch (IllegalArgumentException e) {
      throw HttpError.badRequest(e.getMessage());
    }
  }
}
