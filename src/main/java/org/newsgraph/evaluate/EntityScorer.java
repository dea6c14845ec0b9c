package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.extract.EntityType;

/**
 * Are the names found, and told apart as people, organisations and places? Strictly, with just the
 * right words, and loosely, with at least one character of them.
 */
final class EntityScorer {
  private static final List<EntityType> TYPES =
      List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE);

  private EntityScorer() {}

  static List<ScoreRow> score(List<EvaluatedArticle> pairs) {
    List<ScoreRow> rows = new ArrayList<>();
    rows.addAll(rows("entities strict", pairs, EntityScorer::strict));
    rows.addAll(rows("entities overlap", pairs, EntityScorer::overlap));
    return rows;
  }

  private static List<ScoreRow> rows(
      String name, List<EvaluatedArticle> pairs, BiFunction<Set<Span>, Set<Span>, Tally> compare) {
    List<ScoreRow> rows = new ArrayList<>();
    Tally all = Tally.NONE;
    for (EntityType type : TYPES) {
      Tally tally = Tally.NONE;
      for (EvaluatedArticle pair : pairs) {
        tally = tally.plus(compare.apply(wanted(pair, type), found(pair, type)));
      }
      String label = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
      rows.add(tally.row(name + " " + label));
      all = all.plus(tally);
    }
    rows.add(all.row(name));
    return rows;
  }

  private static Tally strict(Set<Span> wanted, Set<Span> found) {
    int right = count(wanted, found::contains);
    return new Tally(right, found.size() - right, wanted.size() - right);
  }

  private static Tally overlap(Set<Span> wanted, Set<Span> found) {
    int right = count(wanted, span -> touches(span, found));
    int wrong = count(found, span -> !touches(span, wanted));
    return new Tally(right, wrong, wanted.size() - right);
  }

  private static Set<Span> wanted(EvaluatedArticle pair, EntityType type) {
    Set<Span> spans = new HashSet<>();
    for (GoldMention named : pair.gold().entities()) {
      if (!named.optional()
          && named.type().filter(type::equals).isPresent()
          && pair.gold().covers(named.span())) {
        spans.add(named.span());
      }
    }
    return spans;
  }

  /** What was found, without what touches an optional name. */
  private static Set<Span> found(EvaluatedArticle pair, EntityType type) {
    Gold gold = pair.gold();
    List<Span> optional =
        gold.entities().stream()
            .filter(named -> named.optional() && gold.covers(named.span()))
            .map(GoldMention::span)
            .toList();
    Set<Span> spans = new HashSet<>();
    pair.found().mentions().stream()
        .filter(mention -> mention.type() == type)
        .map(mention -> mention.span())
        .filter(span -> gold.covers(span) && !touches(span, optional))
        .forEach(spans::add);
    return spans;
  }

  private static boolean touches(Span span, Iterable<Span> others) {
    for (Span other : others) {
      if (span.overlaps(other)) {
        return true;
      }
    }
    return false;
  }

  private static int count(Set<Span> spans, Predicate<Span> test) {
    return (int) spans.stream().filter(test).count();
  }
}
