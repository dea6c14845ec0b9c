package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;

/** Finds the relations of an article: family ties, origins, residences, seats and ages. */
public final class RelationFinder {
  private RelationFinder() {}

  /** Returns the relations, in the order of their spans. */
  public static List<Relation> find(MentionIndex words, UnambiguousPronounResolver referents) {
    List<Relation> relations = new ArrayList<>();
    relations.addAll(FamilyTieFinder.find(words, referents));
    relations.addAll(OriginFinder.find(words, referents));
    relations.addAll(AgeFinder.find(words));
    relations.sort(Comparator.comparing(Relation::span));
    return relations.stream().distinct().toList();
  }
}
