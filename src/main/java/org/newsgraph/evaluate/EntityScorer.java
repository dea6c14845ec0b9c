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
 * Scorer of named entity recognition, for people, organisations and places. The strict score
 * requires equal spans; the overlap score requires at least one common character.
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
        tally = tally.plus(compare.apply(expected(pair, type), found(pair, type)));
      }
      String label = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
      rows.add(tally.row(name + " " + label));
      all = all.plus(tally);
    }
    rows.add(all.row(name));
    return rows;
  }

  private static Tally strict(Set<Span> expected, Set<Span> found) {
    int correct = count(expected, found::contains);
    return new Tally(correct, found.size() - correct, expected.size() - correct);
  }

  private static Tally overlap(Set<Span> expected, Set<Span> found) {
    int correct = count(expected, span -> overlapsAny(span, found));
    int wrong = count(found, span -> !overlapsAny(span, expected));
    return new Tally(correct, wrong, expected.size() - correct);
  }

  private static Set<Span> expected(EvaluatedArticle pair, EntityType type) {
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

  /** Returns the spans of extracted names, without those that overlap an optional name. */
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
        .filter(span -> gold.covers(span) && !overlapsAny(span, optional))
        .forEach(spans::add);
    return spans;
  }

  private static boolean overlapsAny(Span span, Iterable<Span> others) {
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
