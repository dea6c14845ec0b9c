package org.newsgraph.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.CorrectionMapping;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.store.EntityFinder;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.correction.CorrectionsFile;

/** Whom or what a person means by a name or an IRI. */
final class EntityArgument {
  /** More than these would not be read. */
  private static final int LISTED = 8;

  private final NewsStore store;
  private final Corrections corrections;
  private final Function<String, RuntimeException> wrong;
  private final Iris iris;
  private final EntityFinder finder;

  /**
   * Finds entities in a database.
   *
   * @param wrong how a person is told what is wrong
   */
  EntityArgument(
      NewsStore store, Corrections corrections, Function<String, RuntimeException> wrong) {
    this.store = store;
    this.corrections = corrections;
    this.wrong = wrong;
    this.iris = store.iris();
    this.finder = new EntityFinder(store);
  }

  /**
   * The one that is meant; for one that was merged into another, that other.
   *
   * @throws RuntimeException that tells it to the person, where the database has none, or several
   */
  Node one(String text) {
    List<Node> found = all(text);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw wrong(unknown(text));
    }
    throw wrong(
        "\""
            + text
            + "\" can mean "
            + found.size()
            + " entities; give one of these instead: "
            + found.stream().limit(LISTED).map(iris::relative).collect(Collectors.joining(" "))
            + (found.size() > LISTED ? " …" : ""));
  }

  /** All that can be meant. */
  List<Node> all(String text) {
    Node exact = exact(text);
    List<Node> found = finder.find(text);
    Corrections.Outcome outcome = corrections.outcome(exact);
    boolean moved = !outcome.forgotten() && !outcome.node().equals(exact);
    return moved && !found.equals(List.of(exact)) ? List.of(outcome.node()) : found;
  }

  /** All that can be meant, those that were merged into others too. */
  Set<Node> evenMerged(String text) {
    Set<Node> found = new LinkedHashSet<>(List.of(exact(text)));
    found.addAll(all(text));
    return found;
  }

  private Node exact(String text) {
    try {
      return iris.entityOf(text.strip());
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private String unknown(String text) {
    Corrections.Outcome outcome = corrections.outcome(exact(text));
    if (outcome.forgotten()) {
      int last = outcome.applied().size() - 1;
      return "it was said that "
          + CorrectionMapping.sentence(outcome.applied().get(last), iris)
          + "; to undo that, take the line out of "
          + CorrectionsFile.of(store).path()
          + " and run \"newsgraph build\"";
    }
    List<String> near = finder.near(text);
    return "there is no entity \""
        + text
        + "\" in "
        + store.folder()
        + (near.isEmpty() ? "" : "; do you mean " + String.join(", or ", near) + "?");
  }

  /** What is wrong, as it is told to the person. */
  RuntimeException wrong(String reason) {
    return wrong.apply(reason);
  }

  /** The name that an entity's IRI was made from. */
  String name(Node entity) {
    return iris.name(entity);
  }
}
