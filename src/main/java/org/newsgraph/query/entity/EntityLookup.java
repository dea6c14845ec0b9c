package org.newsgraph.query.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
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

  /** Number of entities with similar names that are compared with the name. */
  private static final int MAX_COMPARED = 20;

  /** Number of entities with similar names that are compared, to suggest some. */
  private static final int MAX_CANDIDATES = 100;

  /** Minimum Jaro-Winkler similarity, from 0 to 1, of a name to a misspelling of it. */
  private static final double MIN_SIMILARITY = 0.85;

  private static final int MAX_SUGGESTIONS = 5;

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
   * in case, accents and apostrophes only. Among names that differ, shared entities come before
   * those that only one article knows. Empty if there is no such entity.
   *
   * @throws InvalidSearchException if the text is not a valid IRI or name
   */
  public List<Node> find(String text) {
    String name = text.strip();
    // An item may be named by a title that is not in canonical spelling.
    for (Node node : List.of(exact(name), titled(name))) {
      if (lookup.store().read(it -> EntityProfile.hasType(it, node, News.Entity))) {
        return List.of(node);
      }
    }
    Set<Node> found = new LinkedHashSet<>();
    lookup
        .rows(EXACT, Map.of("name", NodeFactory.createLiteralString(name)))
        .rows()
        .forEach(row -> found.add(row.get("entity")));
    if (found.isEmpty() && isSearchable(text)) {
      Set<EntitySearch.Found> similar = new LinkedHashSet<>(search.find(name, "", MAX_COMPARED));
      similar.addAll(search.findWithLocal(name, MAX_CANDIDATES));
      found.addAll(sameName(name, similar));
    }
    return List.copyOf(found);
  }

  /** Returns names in the database that are similar to a text, the most similar first. */
  public List<String> near(String text) {
    if (!isSearchable(text)) {
      return List.of();
    }
    String normalized = SearchWord.normalized(text.strip());
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    Map<String, Double> names = new HashMap<>();
    for (EntitySearch.Found found : search.findSimilar(text, MAX_CANDIDATES)) {
      if (iris.isEntity(found.entity().getURI())) {
        double score = similarity.apply(normalized, SearchWord.normalized(found.name()));
        names.put(found.name(), score);
      }
    }
    return names.entrySet().stream()
        .filter(it -> it.getValue() >= MIN_SIMILARITY)
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_SUGGESTIONS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isSearchable(String text) {
    return text.length() <= MAX_LENGTH && SearchWord.isIn(text);
  }

  /** Returns the entities whose names differ only in case; otherwise, also in accents. */
  private static List<Node> sameName(String name, Collection<EntitySearch.Found> candidates) {
    List<Node> found = named(candidates, name::equalsIgnoreCase);
    String normalized = SearchWord.normalized(name);
    return found.isEmpty()
        ? named(candidates, it -> SearchWord.normalized(it).equals(normalized))
        : found;
  }

  private static List<Node> named(Collection<EntitySearch.Found> entities, Predicate<String> name) {
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

  private Node titled(String name) {
    return iris.isEntity(iris.base() + name) || name.contains("://")
        ? exact(name)
        : iris.entity(name);
  }
}
