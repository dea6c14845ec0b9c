package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds all that an article tells of its people besides what they are: kin, origin, home, age. */
final class RelationFinder {
  private RelationFinder() {}

  /** In the order of the words that they stand on. */
  static List<Relation> find(MentionIndex words, UnambiguousPronounResolver referents) {
    List<Relation> relations = new ArrayList<>();
    relations.addAll(FamilyTieFinder.find(words, referents));
    relations.addAll(OriginFinder.find(words, referents));
    relations.addAll(AgeFinder.find(words));
    relations.sort(Comparator.comparing(Relation::span));
    return relations.stream().distinct().toList();
  }
}
