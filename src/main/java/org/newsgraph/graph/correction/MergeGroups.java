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
 * The graph of merges, which groups equal entities independently of the order of the merges.
 *
 * <p>The representative of a group is its only entity that is not merged into another. If several
 * entities qualify, or none because the merges form a cycle, it is the alphabetically first of
 * them.
 */
final class MergeGroups {
  private static final Comparator<Node> ALPHABETICAL = Comparator.comparing(Node::getURI);

  /** Next merge on the path from each entity to its representative. */
  private final Map<Node, Merge> nextTowardsRepresentative = new HashMap<>();

  MergeGroups(Collection<Merge> merges) {
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
        Set<Node> group = new LinkedHashSet<>();
        breadthFirst(node, joined, group);
        seen.addAll(group);
        breadthFirst(representative(group, joined), joined, new LinkedHashSet<>())
            .forEach(nextTowardsRepresentative::put);
      }
    }
  }

  /** Returns the entity at the other end of a merge. */
  static Node other(Merge merge, Node from) {
    return merge.entity().equals(from) ? merge.other() : merge.entity();
  }

  /**
   * Returns the next merge on the path to the representative; null for the representative itself.
   */
  Merge nextTowardsRepresentative(Node from) {
    return nextTowardsRepresentative.get(from);
  }

  /**
   * Visits all nodes that are connected with a node, in breadth-first order.
   *
   * @param from start node
   * @param joined merges by node
   * @param reached receiver of all visited nodes
   * @return merge by which each node except the start was reached
   */
  private static Map<Node, Merge> breadthFirst(
      Node from, Map<Node, List<Merge>> joined, Set<Node> reached) {
    Map<Node, Merge> reachedBy = new HashMap<>();
    Deque<Node> queue = new ArrayDeque<>(List.of(from));
    reached.add(from);
    while (!queue.isEmpty()) {
      Node current = queue.remove();
      // Merges into this node come before merges of this node into others.
      joined.get(current).stream()
          .sorted(Comparator.comparing((Merge merge) -> merge.entity().equals(current)))
          .forEach(
              merge -> {
                Node neighbour = other(merge, current);
                if (reached.add(neighbour)) {
                  reachedBy.put(neighbour, merge);
                  queue.add(neighbour);
                }
              });
    }
    return reachedBy;
  }

  private static Node representative(Set<Node> group, Map<Node, List<Merge>> joined) {
    return group.stream()
        .filter(node -> joined.get(node).stream().noneMatch(it -> it.entity().equals(node)))
        .min(ALPHABETICAL)
        .orElseGet(() -> cycle(group, joined).stream().min(ALPHABETICAL).orElseThrow());
  }

  /** Returns the nodes on cycles, without nodes that only lead into a cycle. */
  private static Set<Node> cycle(Set<Node> group, Map<Node, List<Merge>> joined) {
    Map<Node, Integer> incoming = new HashMap<>();
    group.forEach(node -> joined.get(node).forEach(it -> count(incoming, it, node)));
    Deque<Node> outside = new ArrayDeque<>();
    group.stream().filter(node -> incoming.getOrDefault(node, 0) == 0).forEach(outside::add);
    Set<Node> rest = new LinkedHashSet<>(group);
    while (!outside.isEmpty()) {
      Node node = outside.remove();
      rest.remove(node);
      for (Merge merge : joined.get(node)) {
        if (merge.entity().equals(node) && incoming.merge(merge.other(), -1, Integer::sum) == 0) {
          outside.add(merge.other());
        }
      }
    }
    return rest;
  }

  private static void count(Map<Node, Integer> incoming, Merge merge, Node node) {
    if (merge.other().equals(node)) {
      incoming.merge(node, 1, Integer::sum);
    }
  }
}
