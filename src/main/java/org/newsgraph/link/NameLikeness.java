package org.newsgraph.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;

/**
 * The likeness of an entity's name and an item's title.
 *
 * @param same whether they consist of the same words, or differ in spaces and hyphens alone
 * @param shared Jaccard index of their words, from 0 to 1
 * @param beginning whether the name is that of an organisation, and the title continues it with a
 *     word for an organisation: "Cornell University"
 */
record NameLikeness(boolean same, double shared, boolean beginning) {
  static NameLikeness of(Entity entity, CandidateEvidence evidence) {
    Item item = evidence.item();
    Title title = Title.of(item);
    String name = NameVariant.withoutTicker(entity.name());
    Set<String> titleWords = NameWords.ofName(title.name());
    Set<String> nameWords = NameWords.ofName(name);
    Set<String> variantWords =
        evidence.isInArticle() && evidence.isByMainName()
            ? nameWords
            : NameWords.ofName(evidence.likeliestVariant());
    boolean same = isSame(titleWords, nameWords) || isSame(titleWords, variantWords);
    double shared =
        Math.max(
            NameWords.jaccard(titleWords, nameWords), NameWords.jaccard(titleWords, variantWords));
    boolean beginning =
        !same
            && entity.type() == EntityType.ORGANISATION
            && TitleKind.of(item).type().equals(Optional.of(EntityType.ORGANISATION))
            && startsWith(titleWords, nameWords);
    return new NameLikeness(same, same ? 1 : shared, beginning);
  }

  private static boolean isSame(Set<String> left, Set<String> right) {
    return left.equals(right) || String.join("", left).equals(String.join("", right));
  }

  private static boolean startsWith(Set<String> words, Set<String> start) {
    List<String> first = new ArrayList<>(words);
    return first.size() >= start.size()
        && first.subList(0, start.size()).equals(new ArrayList<>(start));
  }
}
