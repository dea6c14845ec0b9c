package org.newsgraph.serve.reconcile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.jena.graph.Node;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntitySearch;

/** Finds the entities that a name in a table may refer to, and scores them. */
final class Matcher {
  private static final int MAX_SEARCHED = 50;
  private static final double MAX_SCORE = 100;

  /** Weight of values in other columns; the name has the rest. */
  private static final double PROPERTY_WEIGHT = 0.4;

  private final EntitySearch search;
  private final SparqlRunner lookup;
  private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

  /** A property in a query and its expected values, from another column of the table. */
  record Value(Property property, Set<String> values) {}

  /**
   * A candidate for a name.
   *
   * @param score overall score, 0 to 100
   * @param match true if the candidate is an unambiguous match
   * @param nameScore similarity of the name alone, 0 to 100
   */
  record Candidate(EntitySearch.Found found, double score, boolean match, double nameScore) {}

  Matcher(SparqlRunner lookup) {
    this.lookup = lookup;
    this.search = new EntitySearch(lookup);
  }

  /** Returns the candidates for a name, the highest score first. */
  List<Candidate> find(String name, Set<String> types, List<Value> values, int limit) {
    List<Candidate> candidates = new ArrayList<>();
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return candidates;
    }
    Set<Node> seen = new LinkedHashSet<>();
    for (String type : types.isEmpty() ? Set.of("") : types) {
      for (EntitySearch.Found found : search.find(name, type, MAX_SEARCHED)) {
        if (seen.add(found.entity())) {
          candidates.add(candidate(found, name, values));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(it -> it.found().entity().getURI()));
    return withMatch(candidates).stream().limit(limit).toList();
  }

  private Candidate candidate(EntitySearch.Found found, String name, List<Value> values) {
    String wanted = normalized(name);
    double nameScore =
        found.names().stream()
            .mapToDouble(it -> similarity.apply(wanted, normalized(it)))
            .max()
            .orElse(0);
    double score = nameScore;
    if (!values.isEmpty()) {
      double agreeing =
          values.stream()
              .mapToDouble(value -> agreement(found.entity(), value))
              .average()
              .orElse(0);
      score = (1 - PROPERTY_WEIGHT) * nameScore + PROPERTY_WEIGHT * agreeing;
    }
    return new Candidate(found, rounded(score), false, rounded(nameScore));
  }

  private static double rounded(double score) {
    return Math.round(score * MAX_SCORE * 10) / 10.0;
  }

  private double agreement(Node entity, Value value) {
    return values(lookup, entity, value.property()).stream()
        .map(Reconciliation::text)
        .flatMap(
            there ->
                value.values().stream()
                    .map(wanted -> similarity.apply(normalized(wanted), normalized(there))))
        .max(Comparator.naturalOrder())
        .orElse(0.0);
  }

  /** Returns the values of a property, up to 200. */
  static List<Node> values(SparqlRunner lookup, Node entity, Property property) {
    return lookup
        .rows(
            "SELECT DISTINCT ?value { ?entity " + property.path() + " ?value } LIMIT 200",
            Map.of("entity", entity))
        .rows()
        .stream()
        .map(row -> row.get("value"))
        .toList();
  }

  /** Marks the first candidate as a match if its name is equal and no other one scores as high. */
  private static List<Candidate> withMatch(List<Candidate> sorted) {
    if (sorted.isEmpty()) {
      return sorted;
    }
    Candidate first = sorted.get(0);
    boolean alone = sorted.size() == 1 || sorted.get(1).score() < first.score();
    List<Candidate> withMatch = new ArrayList<>(sorted);
    withMatch.set(
        0,
        new Candidate(
            first.found(),
            first.score(),
            alone
                && first.nameScore() >= MAX_SCORE
                && first.score() > MAX_SCORE * (1 - PROPERTY_WEIGHT),
            first.nameScore()));
    return withMatch;
  }

  /** Normalizes a name: lower case, without accents and punctuation. */
  private static String normalized(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
