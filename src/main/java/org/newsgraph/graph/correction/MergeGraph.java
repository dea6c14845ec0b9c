package org.newsgraph.graph.correction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.correction.Correction.Merge;

/**
 * Which entities are one, whatever the order in which that was said.
 *
 * <p>All that merges join is known by the one entity that is itself the same as no other; where
 * there are several of them, or none since they run in a circle, by the alphabetically first.
 */
final class MergeGraph {
  private static final Comparator<Node> ALPHABETICAL = Comparator.comparing(Node::getURI);

  /** Of each entity that is known by another, the merge that leads a step nearer to that one. */
  private final Map<Node, Merge> nextTowardsRepresentative = new HashMap<>();

  MergeGraph(Collection<Merge> merges) {
    SortedMap<Node, List<Merge>> joined = new TreeMap<>(ALPHABETICAL);
    merges.stream()
        .sorted(
            Comparator.comparing(Merge::entity, ALPHABETICAL)
                .thenComparing(Merge::other, ALPHABETICAL))
        .forEach(
            merge -> {
              joined.computeIfAbsent(merge.entity(), node -> new ArrayList<>()).add(merge);
              joined.computeIfAbsent(merge.other(), node -> new ArrayList<>()).add(merge);
            });
    Set<Node> seen = new LinkedHashSet<>();
    for (Node node : joined.keySet()) {
      if (!seen.contains(node)) {
        Set<Node> one = new LinkedHashSet<>();
        spread(node, joined, one);
        seen.addAll(one);
        spread(known(one, joined), joined, new LinkedHashSet<>())
            .forEach(nextTowardsRepresentative::put);
      }
    }
  }

  /** The entity that a merge leads to from another. */
  static Node other(Merge merge, Node from) {
    return merge.entity().equals(from) ? merge.other() : merge.entity();
  }

  /** The merge that leads from here towards the entity that stands for all; null from that one. */
  Merge nextTowardsRepresentative(Node from) {
    return nextTowardsRepresentative.get(from);
  }

  /**
   * Goes from a node to all that it is joined with, the nearest first.
   *
   * @param reached all of them, in the end
   * @return by which merge each was reached, except the first
   */
  private static Map<Node, Merge> spread(
      Node from, Map<Node, List<Merge>> joined, Set<Node> reached) {
    Map<Node, Merge> by = new HashMap<>();
    Deque<Node> waiting = new ArrayDeque<>(List.of(from));
    reached.add(from);
    while (!waiting.isEmpty()) {
      Node here = waiting.remove();
      // First those who were said to be the same as this one, not the other way round.
      joined.get(here).stream()
          .sorted(Comparator.comparing((Merge merge) -> merge.entity().equals(here)))
          .forEach(
              merge -> {
                Node there = other(merge, here);
                if (reached.add(there)) {
                  by.put(there, merge);
                  waiting.add(there);
                }
              });
    }
    return by;
  }

  private static Node known(Set<Node> one, Map<Node, List<Merge>> joined) {
    return one.stream()
        .filter(node -> joined.get(node).stream().noneMatch(it -> it.entity().equals(node)))
        .min(ALPHABETICAL)
        .orElseGet(() -> circle(one, joined).stream().min(ALPHABETICAL).orElseThrow());
  }

  /** Without those that only lead into a circle. */
  private static Set<Node> circle(Set<Node> one, Map<Node, List<Merge>> joined) {
    Map<Node, Integer> into = new HashMap<>();
    one.forEach(node -> joined.get(node).forEach(it -> count(into, it, node)));
    Deque<Node> outside = new ArrayDeque<>();
    one.stream().filter(node -> into.getOrDefault(node, 0) == 0).forEach(outside::add);
    Set<Node> rest = new LinkedHashSet<>(one);
    while (!outside.isEmpty()) {
      Node node = outside.remove();
      rest.remove(node);
      for (Merge merge : joined.get(node)) {
        if (merge.entity().equals(node) && into.merge(merge.other(), -1, Integer::sum) == 0) {
          outside.add(merge.other());
        }
      }
    }
    return rest;
  }

  private static void count(Map<Node, Integer> into, Merge merge, Node node) {
    if (merge.other().equals(node)) {
      into.merge(node, 1, Integer::sum);
    }
  }
}
