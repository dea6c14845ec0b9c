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

/** Finds whom a person can mean by a name. */
public final class EntityLookup {
  private static final String EXACT =
      """
      SELECT DISTINCT ?entity {
        VALUES ?naming { rdfs:label skos:altLabel }
        ?entity ?naming ?name ; a news:Entity }
      LIMIT 100
      """;

  /** What is longer is not looked for word by word. */
  private static final int LONGEST = 500;

  private final SparqlRunner lookup;
  private final EntitySearch search;
  private final Iris iris;

  public EntityLookup(SparqlRunner lookup) {
    this.lookup = lookup;
    this.search = new EntitySearch(lookup);
    this.iris = lookup.store().iris();
  }

  /**
   * The entity of this IRI, or the one known by this name everywhere; else all that are called so,
   * in capitals or not. Empty where there is none.
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
        text.length() <= LONGEST && text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (found.isEmpty() && searchable) {
      search.find(text, "", 20).stream()
          .filter(it -> it.names().stream().anyMatch(text.strip()::equalsIgnoreCase))
          .forEach(it -> found.add(it.entity()));
    }
    return List.copyOf(found);
  }

  private Node exact(String text) {
    try {
      return iris.entityOf(text);
    } catch (IllegalArgumentException e) {
      throw HttpError.bad(e.getMessage());
    }
  }
}
