package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;

/** Finds all that an article tells of its people besides what they are: kin, origin, home, age. */
public final class RelationFinder {
  private RelationFinder() {}

  /** In the order of the words that they stand on. */
  public static List<Relation> find(MentionIndex words, UnambiguousPronounResolver referents) {
    List<Relation> relations = new ArrayList<>();
    relations.addAll(FamilyTieFinder.find(words, referents));
    relations.addAll(OriginFinder.find(words, referents));
    relations.addAll(AgeFinder.find(words));
    relations.sort(Comparator.comparing(Relation::span));
    return relations.stream().distinct().toList();
  }
}
