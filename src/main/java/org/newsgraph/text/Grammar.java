package org.newsgraph.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The dependency tree of a sentence, walked from heads to dependents. Tokens go by their index. */
public final class Grammar {
  private final Sentence sentence;
  private final List<List<Integer>> children = new ArrayList<>();

  public Grammar(Sentence sentence) {
    this.sentence = sentence;
    for (int i = 0; i < sentence.tokens().size(); i++) {
      children.add(new ArrayList<>());
    }
    for (int i = 0; i < sentence.tokens().size(); i++) {
      int head = token(i).head();
      if (head >= 0) {
        children.get(head).add(i);
      }
    }
  }

  public Sentence sentence() {
    return sentence;
  }

  public int size() {
    return sentence.tokens().size();
  }

  public Token token(int index) {
    return sentence.tokens().get(index);
  }

  /** The tokens that this one governs directly, in reading order. */
  public List<Integer> children(int index) {
    return children.get(index);
  }

  /** The first dependent with one of these relations. */
  public OptionalInt child(int index, Set<String> relations) {
    return children.get(index).stream()
        .filter(child -> relations.contains(token(child).relation()))
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  public OptionalInt child(int index, String relation) {
    return child(index, Set.of(relation));
  }

  /** The token and all that it governs, directly or not. */
  public BitSet subtree(int index) {
    BitSet tree = new BitSet(size());
    // Iterative, and each token once: a list of 10,000 names is a deep tree.
    List<Integer> open = new ArrayList<>(List.of(index));
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      if (!tree.get(next)) {
        tree.set(next);
        open.addAll(children.get(next));
      }
    }
    return tree;
  }
}
