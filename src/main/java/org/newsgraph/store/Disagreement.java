package org.newsgraph.store;

import java.util.List;

/**
 * Two groups of articles whose facts about one name can hardly be true of one person.
 *
 * @param kind kind of the contradicting facts
 * @param strength strength of the evidence for two people, from 0 to 1
 * @param one evidence of one side
 * @param other evidence of the other side
 */
public record Disagreement(
    Evidence.Kind kind, double strength, List<Evidence> one, List<Evidence> other) {
  public Disagreement {
    one = List.copyOf(one);
    other = List.copyOf(other);
  }
}
