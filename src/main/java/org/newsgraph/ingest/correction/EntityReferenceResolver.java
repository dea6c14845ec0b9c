package org.newsgraph.ingest.correction;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.query.QueryLimits;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;

/** Resolver of the names and IRIs by which users identify entities. */
public final class EntityReferenceResolver {
  /** Maximum number of candidates listed in an error message. */
  private static final int MAX_LISTED = 8;

  private final NewsStore store;
  private final Corrections corrections;
  private final Function<String, RuntimeException> wrong;
  private final Iris iris;
  private final EntityLookup finder;

  /**
   * Creates a resolver for a database.
   *
   * @param wrong creates the exception for an error message
   */
  public EntityReferenceResolver(
      NewsStore store, Corrections corrections, Function<String, RuntimeException> wrong) {
    this.store = store;
    this.corrections = corrections;
    this.wrong = wrong;
    this.iris = store.iris();
    this.finder = new EntityLookup(new SparqlRunner(store, QueryLimits.NONE));
  }

  /**
   * Returns the entity that a text identifies; for an entity merged into another, the latter.
   *
   * @throws RuntimeException created by {@code wrong}, if no entity or several entities match
   */
  public Node resolve(String text) {
    List<Node> found = resolveAll(text);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw error(unknown(text));
    }
    throw error(
        "\""
            + text
            + "\" can mean "
            + found.size()
            + " entities; give one of these instead: "
            + found.stream().limit(MAX_LISTED).map(iris::relative).collect(Collectors.joining(" "))
            + (found.size() > MAX_LISTED ? " …" : ""));
  }

  /** Returns all entities that a text may identify. */
  public List<Node> resolveAll(String text) {
    Node exact = exact(text);
    // Described speakers have labels that are not names.
    List<Node> found =
        finder.find(text).stream()
            .filter(it -> iris.isEntity(it.getURI()))
            .sorted(Comparator.comparing(Node::getURI))
            .toList();
    Corrections.Resolution outcome = corrections.resolve(exact);
    boolean moved = !outcome.removed() && !outcome.node().equals(exact);
    return moved && !found.equals(List.of(exact)) ? List.of(outcome.node()) : found;
  }

  /** Returns all entities that a text may identify, including entities merged into others. */
  public Set<Node> resolveIncludingMerged(String text) {
    Set<Node> found = new LinkedHashSet<>(List.of(exact(text)));
    found.addAll(resolveAll(text));
    return found;
  }

  /** Returns the entity with an IRI, or that all articles share under a name; it need not exist. */
  public Node exact(String text) {
    try {
      return iris.parseEntity(text.strip());
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  private String unknown(String text) {
    Corrections.Resolution outcome = corrections.resolve(exact(text));
    if (outcome.removed()) {
      int last = outcome.applied().size() - 1;
      return "a correction states that "
          + CorrectionMapping.sentence(outcome.applied().get(last), iris)
          + "; to undo it, delete its line in "
          + CorrectionsFile.of(store).path()
          + " and run \"newsgraph build\"";
    }
    List<String> near = finder.near(text);
    return "there is no entity \""
        + text
        + "\" in "
        + store.folder()
        + (near.isEmpty() ? "" : "; did you mean " + String.join(", or ", near) + "?");
  }

  /** Returns the exception for an error message. */
  public RuntimeException error(String reason) {
    return wrong.apply(reason);
  }

  /** Returns the name from which the IRI of an entity was made. */
  public String name(Node entity) {
    return iris.name(entity);
  }
}
