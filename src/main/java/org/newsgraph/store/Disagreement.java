package org.newsgraph.store;

import java.util.List;

/**
 * Articles that tell of one name what can hardly be true of one person.
 *
 * @param kind what they disagree on
 * @param strength how strongly it speaks for two people, from 0 to 1
 * @param one what the one side tells
 * @param other what the other side tells
 */
public record Disagreement(
    Evidence.Kind kind, double strength, List<Evidence> one, List<Evidence> other) {
  public Disagreement {
    one = List.copyOf(one);
    other = List.copyOf(other);
  }
}
