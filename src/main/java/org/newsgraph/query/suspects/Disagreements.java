package org.newsgraph.query.suspects;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.newsgraph.query.suspects.Evidence.Trait;

/**
 * Finds contradictions between articles that name the same person. A pure function.
 *
 * <p>People change: fields, parties and homes contradict each other only in articles of about the
 * same time, or if the date of one is unknown. Ages are compared by the years of birth that follow
 * from the articles' dates.
 */
final class Disagreements {
  /** Maximum difference of the years of birth that follow from ages in dated articles. */
  private static final int MAX_BIRTH_YEAR_GAP = 1;

  /** Maximum difference of the ages in undated articles, in years. */
  private static final int MAX_UNDATED_AGE_GAP = 15;

  /** Maximum distance of articles of about the same time, in days. */
  private static final long MAX_DAYS_APART = 366;

  /** Maximum number of articles per side that are compared. */
  private static final int MAX_ARTICLES_PER_SIDE = 500;

  /** Maximum number of different values that are compared. */
  private static final int MAX_VALUES = 20;

  /** Strength of a contradiction between ages in dated articles. */
  private static final double DATED_AGE_STRENGTH = 0.9;

  /** Strength of each kind of contradiction as evidence for two people, from 0 to 1. */
  private static final Map<Trait, Double> STRENGTHS =
      new EnumMap<>(
          Map.of(
              Trait.AGE, 0.7,
              Trait.PARTY, 0.8,
              Trait.GENDER, 0.75,
              Trait.FIELD, 0.7,
              Trait.BIRTHPLACE, 0.6,
              Trait.BASE, 0.3));

  private Disagreements() {}

  /** Returns the contradictions in a person's evidence, strongest first. */
  static List<Disagreement> of(List<Evidence> evidence) {
    Map<Trait, List<Evidence>> kinds =
        evidence.stream().collect(Collectors.groupingBy(Evidence::kind));
    List<Disagreement> found = new ArrayList<>();
    for (Map.Entry<Trait, List<Evidence>> each : new TreeMap<>(kinds).entrySet()) {
      disagreement(each.getKey(), each.getValue()).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble(Disagreement::strength).reversed());
    return found;
  }

  private static Optional<Disagreement> disagreement(Trait kind, List<Evidence> evidence) {
    return switch (kind) {
      case AGE -> ages(evidence);
      case PARTY, BASE -> values(evidence, Disagreements::sameTime);
      case FIELD ->
          values(
              evidence,
              (left, right) ->
                  OccupationFields.areApart(left.value(), right.value()) && sameTime(left, right));
      case GENDER, BIRTHPLACE -> values(evidence, (left, right) -> true);
    };
  }

  /** Compares years of birth if the articles have dates, and ages otherwise. */
  private static Optional<Disagreement> ages(List<Evidence> evidence) {
    List<Evidence> dated = evidence.stream().filter(it -> it.date().isPresent()).toList();
    return gap(
            dated,
            it -> it.date().orElseThrow().getYear() - age(it),
            MAX_BIRTH_YEAR_GAP,
            DATED_AGE_STRENGTH)
        .or(() -> gap(evidence, Disagreements::age, MAX_UNDATED_AGE_GAP, STRENGTHS.get(Trait.AGE)))
        .filter(it -> evidence.size() > dated.size() || it.strength() == DATED_AGE_STRENGTH);
  }

  private static int age(Evidence evidence) {
    return Integer.parseInt(evidence.value());
  }

  /** Splits the evidence at the widest gap between its numbers, if it exceeds the maximum. */
  private static Optional<Disagreement> gap(
      List<Evidence> evidence, ToIntFunction<Evidence> number, int maximum, double strength) {
    List<Evidence> sorted = evidence.stream().sorted(Comparator.comparingInt(number)).toList();
    int widest = 0;
    for (int i = 1; i < sorted.size(); i++) {
      widest = width(sorted, i, number) > width(sorted, widest, number) ? i : widest;
    }
    return width(sorted, widest, number) > maximum
        ? Optional.of(
            new Disagreement(
                Trait.AGE,
                strength,
                sorted.subList(0, widest),
                sorted.subList(widest, sorted.size())))
        : Optional.empty();
  }

  private static int width(List<Evidence> sorted, int at, ToIntFunction<Evidence> number) {
    return at == 0 ? 0 : number.applyAsInt(sorted.get(at)) - number.applyAsInt(sorted.get(at - 1));
  }

  /**
   * Finds the two most frequent values that contradict each other. Each side keeps only evidence
   * that contradicts some evidence of the other side, in another article.
   */
  private static Optional<Disagreement> values(
      List<Evidence> evidence, BiPredicate<Evidence, Evidence> contradicts) {
    Map<String, List<Evidence>> byValue =
        evidence.stream()
            .sorted(Comparator.comparing(Evidence::article))
            .collect(Collectors.groupingBy(Evidence::value, TreeMap::new, Collectors.toList()));
    List<List<Evidence>> sides =
        byValue.values().stream()
            .map(side -> side.subList(0, Math.min(MAX_ARTICLES_PER_SIDE, side.size())))
            .sorted(Comparator.comparingInt((List<Evidence> side) -> side.size()).reversed())
            .limit(MAX_VALUES)
            .toList();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        List<Evidence> left = contradicting(sides.get(i), sides.get(j), contradicts);
        List<Evidence> right = contradicting(sides.get(j), left, contradicts);
        if (!left.isEmpty() && !right.isEmpty()) {
          Trait kind = left.get(0).kind();
          return Optional.of(new Disagreement(kind, STRENGTHS.get(kind), left, right));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Evidence> contradicting(
      List<Evidence> side, List<Evidence> opposite, BiPredicate<Evidence, Evidence> contradicts) {
    return side.stream()
        .filter(
            it ->
                opposite.stream()
                    .anyMatch(
                        that -> !that.article().equals(it.article()) && contradicts.test(it, that)))
        .toList();
  }

  private static boolean sameTime(Evidence left, Evidence right) {
    if (left.date().isEmpty() || right.date().isEmpty()) {
      return true;
    }
    LocalDate first = left.date().get();
    return Math.abs(ChronoUnit.DAYS.between(first, right.date().get())) <= MAX_DAYS_APART;
  }
}
