package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.newsgraph.evaluate.Gold.Question;
import org.newsgraph.extract.Extraction;
import org.newsgraph.link.LinkedExtraction;

/**
 * The table of scores.
 *
 * @param rows rows of the table
 */
public record Scores(List<ScoreRow> rows) {
  public Scores {
    rows = List.copyOf(rows);
  }

  /**
   * Compares extractions with the gold data. An article without an extraction counts as one with an
   * empty extraction.
   *
   * @throws IllegalArgumentException if the article of an extraction is not in the gold data or has
   *     another text there
   */
  public static Scores of(List<Gold> gold, Collection<LinkedExtraction> extractions) {
    List<EvaluatedArticle> pairs = pairs(gold, extractions);
    List<ScoreRow> rows = new ArrayList<>();
    rows.add(
        ScoreRow.of("documents").with("gold", gold.size()).with("predicted", extractions.size()));
    List<EvaluatedArticle> entities = judging(pairs, Question.ENTITIES);
    if (any(entities, it -> !it.entities().isEmpty())) {
      rows.addAll(EntityScorer.score(entities));
      rows.add(LinkScorer.score(entities));
    }
    IdentityScorer.score(judging(pairs, Question.IDENTITY)).ifPresent(rows::add);
    List<EvaluatedArticle> statements = judging(pairs, Question.STATEMENTS);
    if (any(statements, it -> !it.statements().isEmpty())) {
      rows.addAll(StatementScorer.score(statements));
    }
    return new Scores(rows);
  }

  static List<EvaluatedArticle> pairs(List<Gold> gold, Collection<LinkedExtraction> extractions) {
    Map<String, LinkedExtraction> found = new HashMap<>();
    extractions.forEach(it -> found.put(it.extraction().article().id(), it));
    List<EvaluatedArticle> pairs = new ArrayList<>();
    for (Gold expected : gold) {
      LinkedExtraction linked = found.remove(expected.id());
      if (linked == null) {
        linked =
            LinkedExtraction.none(
                new Extraction(expected.article(), List.of(), List.of(), List.of()));
      } else if (!linked.extraction().article().text().equals(expected.article().text())) {
        throw new IllegalArgumentException(
            expected.id()
                + ": the text differs from that in the gold data, so offsets cannot be compared");
      }
      pairs.add(new EvaluatedArticle(expected, linked));
    }
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          "article not in the gold data: " + found.keySet().iterator().next());
    }
    return pairs;
  }

  static List<EvaluatedArticle> judging(List<EvaluatedArticle> pairs, Question question) {
    return pairs.stream().filter(pair -> pair.gold().judges(question)).toList();
  }

  private static boolean any(List<EvaluatedArticle> pairs, Predicate<Gold> test) {
    return pairs.stream().map(EvaluatedArticle::gold).anyMatch(test);
  }

  /** Returns the table as text, with a line end after each row. */
  @Override
  public String toString() {
    return rows.stream().map(row -> row + "\n").collect(Collectors.joining());
  }
}
