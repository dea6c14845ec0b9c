package org.newsgraph.query.suspects;

import java.util.List;

/**
 * Two groups of articles whose facts about one name can hardly be true of one person.
 *
 * @param kind kind of the contradicting facts
 * @param strength strength of the evidence for two people, from 0 to 1
 * @param left evidence of one side
 * @param right evidence of the other side
 */
public record Disagreement(
    Evidence.Trait kind, double strength, List<Evidence> left, List<Evidence> right) {
  public Disagreement {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }
}
