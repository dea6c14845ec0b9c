package org.newsgraph.query.suspects;

import java.util.List;

/**
 * Two shared nodes that probably stand for one entity.
 *
 * @param left the node with more mentions
 * @param right the other node
 * @param reasons the evidence, the strongest first; not empty
 */
public record MergeSuggestion(NamedNode left, NamedNode right, List<Reason> reasons) {
  /** Evidence that two nodes stand for one entity, the strongest first. */
  public enum Reason {
    SAME_ITEM("the same item of the knowledge base"),
    EXPANSION("an article gives one as the acronym of the other"),
    INITIALS("the initials of the other name"),
    ACCENTS("the same letters without accents, spaces and capitals"),
    LEGAL_FORM("the same name without the legal form"),
    OTHER_NAME("another name of the other in its articles"),
    PART_OF_NAME("a part of the other person's full name"),
    SPELLING("a name that differs in one or two letters");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Returns a description for users. */
    public String description() {
      return words;
    }
  }

  /**
   * A node of a suggestion.
   *
   * @param iri IRI of the node
   * @param name its first label in alphabetical order
   * @param mentions number of its mentions in all articles
   */
  public record NamedNode(String iri, String name, long mentions) {}

  public MergeSuggestion {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("no reason to merge " + left.iri());
    }
  }

  /** Returns the number of mentions that a merge would bring together: those of the rarer node. */
  public long weight() {
    return Math.min(left.mentions(), right.mentions());
  }
}
