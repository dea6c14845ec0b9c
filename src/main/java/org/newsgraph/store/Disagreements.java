package org.newsgraph.store;

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
import org.newsgraph.store.Evidence.Kind;

/**
 * Finds what articles disagree on that name the same person: a pure function.
 *
 * <p>People change: offices, parties and homes count only where articles of about one time tell
 * them, or of a time that is not known. Ages are made comparable by the dates of their articles.
 */
final class Disagreements {
  /** How far apart the years of birth of one person may seem, by the ages in dated articles. */
  private static final int BIRTH_YEARS = 1;

  /** How far apart a person's ages may be in articles without a date, in years. */
  private static final int UNDATED_YEARS = 15;

  /** How far apart articles of about one time may be, in days. */
  private static final long SAME_TIME = 366;

  /** As many articles of a side, and as many sides, as are compared: enough for a doubt. */
  private static final int COMPARED = 500;

  private static final int VALUES = 20;

  private static final double DATED_AGE = 0.9;

  /** How strongly each speaks for two people. */
  private static final Map<Kind, Double> STRENGTHS =
      new EnumMap<>(
          Map.of(
              Kind.AGE, 0.7,
              Kind.PARTY, 0.8,
              Kind.GENDER, 0.75,
              Kind.FIELD, 0.7,
              Kind.BIRTHPLACE, 0.6,
              Kind.BASE, 0.3));

  private Disagreements() {}

  /** The strongest first. */
  static List<Disagreement> of(List<Evidence> told) {
    Map<Kind, List<Evidence>> kinds = told.stream().collect(Collectors.groupingBy(Evidence::kind));
    List<Disagreement> found = new ArrayList<>();
    for (Map.Entry<Kind, List<Evidence>> each : new TreeMap<>(kinds).entrySet()) {
      disagreement(each.getKey(), each.getValue()).ifPresent(found::add);
    }
    found.sort(Comparator.comparingDouble(Disagreement::strength).reversed());
    return found;
  }

  private static Optional<Disagreement> disagreement(Kind kind, List<Evidence> told) {
    return switch (kind) {
      case AGE -> ages(told);
      case PARTY, BASE -> values(told, Disagreements::aboutOneTime);
      case FIELD ->
          values(
              told,
              (one, other) ->
                  OccupationFields.areApart(one.value(), other.value())
                      && aboutOneTime(one, other));
      case GENDER, BIRTHPLACE -> values(told, (one, other) -> true);
    };
  }

  /** Years of birth where dates allow, else ages. */
  private static Optional<Disagreement> ages(List<Evidence> told) {
    List<Evidence> dated = told.stream().filter(it -> it.date().isPresent()).toList();
    return gap(dated, it -> it.date().orElseThrow().getYear() - age(it), BIRTH_YEARS, DATED_AGE)
        .or(() -> gap(told, Disagreements::age, UNDATED_YEARS, STRENGTHS.get(Kind.AGE)))
        .filter(it -> told.size() > dated.size() || it.strength() == DATED_AGE);
  }

  private static int age(Evidence told) {
    return Integer.parseInt(told.value());
  }

  /** Two sides of the widest gap between numbers, where it is wider than it may be. */
  private static Optional<Disagreement> gap(
      List<Evidence> told, ToIntFunction<Evidence> number, int allowed, double strength) {
    List<Evidence> sorted = told.stream().sorted(Comparator.comparingInt(number)).toList();
    int widest = 0;
    for (int i = 1; i < sorted.size(); i++) {
      widest = width(sorted, i, number) > width(sorted, widest, number) ? i : widest;
    }
    return width(sorted, widest, number) > allowed
        ? Optional.of(
            new Disagreement(
                Kind.AGE,
                strength,
                sorted.subList(0, widest),
                sorted.subList(widest, sorted.size())))
        : Optional.empty();
  }

  private static int width(List<Evidence> sorted, int at, ToIntFunction<Evidence> number) {
    return at == 0 ? 0 : number.applyAsInt(sorted.get(at)) - number.applyAsInt(sorted.get(at - 1));
  }

  /**
   * The two values that most articles tell, of those that cannot be one person's; a side for each,
   * with only what meets the other side in time.
   */
  private static Optional<Disagreement> values(
      List<Evidence> told, BiPredicate<Evidence, Evidence> apart) {
    Map<String, List<Evidence>> byValue =
        told.stream()
            .sorted(Comparator.comparing(Evidence::article))
            .collect(Collectors.groupingBy(Evidence::value, TreeMap::new, Collectors.toList()));
    List<List<Evidence>> sides =
        byValue.values().stream()
            .map(side -> side.subList(0, Math.min(COMPARED, side.size())))
            .sorted(Comparator.comparingInt((List<Evidence> side) -> side.size()).reversed())
            .limit(VALUES)
            .toList();
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        List<Evidence> one = meeting(sides.get(i), sides.get(j), apart);
        List<Evidence> other = meeting(sides.get(j), one, apart);
        if (!one.isEmpty() && !other.isEmpty()) {
          Kind kind = one.get(0).kind();
          return Optional.of(new Disagreement(kind, STRENGTHS.get(kind), one, other));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Evidence> meeting(
      List<Evidence> side, List<Evidence> other, BiPredicate<Evidence, Evidence> apart) {
    return side.stream()
        .filter(
            it ->
                other.stream()
                    .anyMatch(that -> !that.article().equals(it.article()) && apart.test(it, that)))
        .toList();
  }

  private static boolean aboutOneTime(Evidence one, Evidence other) {
    if (one.date().isEmpty() || other.date().isEmpty()) {
      return true;
    }
    LocalDate first = one.date().get();
    return Math.abs(ChronoUnit.DAYS.between(first, other.date().get())) <= SAME_TIME;
  }
}
