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
import org.newsgraph.serve.api.EntitySearch;
import org.newsgraph.serve.sparql.SparqlRunner;

/** Finds the entities that a name in a table can mean. */
final class Matcher {
  private static final int LOOKED_AT = 50;
  private static final double BEST = 100;

  /** How much values in other columns count beside the name. */
  private static final double PROPERTIES = 0.4;

  private final EntitySearch search;
  private final SparqlRunner lookup;
  private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

  /** What a query says of another column. */
  record Value(Property property, Set<String> values) {}

  /**
   * Who may be meant.
   *
   * @param score from 0 to 100
   * @param match whether it can hardly be anyone else
   * @param nameScore how like the name alone is
   */
  record Candidate(EntitySearch.Found found, double score, boolean match, double nameScore) {}

  Matcher(SparqlRunner lookup) {
    this.lookup = lookup;
    this.search = new EntitySearch(lookup);
  }

  /** The likest first. */
  List<Candidate> find(String name, Set<String> types, List<Value> values, int limit) {
    List<Candidate> candidates = new ArrayList<>();
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return candidates;
    }
    Set<Node> seen = new LinkedHashSet<>();
    for (String type : types.isEmpty() ? Set.of("") : types) {
      for (EntitySearch.Found found : search.find(name, type, LOOKED_AT)) {
        if (seen.add(found.entity())) {
          candidates.add(candidate(found, name, values));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(it -> it.found().entity().getURI()));
    return decided(candidates).stream().limit(limit).toList();
  }

  private Candidate candidate(EntitySearch.Found found, String name, List<Value> values) {
    String wanted = plain(name);
    double nameScore =
        found.names().stream()
            .mapToDouble(it -> similarity.apply(wanted, plain(it)))
            .max()
            .orElse(0);
    double score = nameScore;
    if (!values.isEmpty()) {
      double agreeing =
          values.stream().mapToDouble(value -> agrees(found.entity(), value)).average().orElse(0);
      score = (1 - PROPERTIES) * nameScore + PROPERTIES * agreeing;
    }
    return new Candidate(found, rounded(score), false, rounded(nameScore));
  }

  private static double rounded(double score) {
    return Math.round(score * BEST * 10) / 10.0;
  }

  private double agrees(Node entity, Value value) {
    return values(lookup, entity, value.property()).stream()
        .map(Reconciliation::text)
        .flatMap(
            there ->
                value.values().stream()
                    .map(wanted -> similarity.apply(plain(wanted), plain(there))))
        .max(Comparator.naturalOrder())
        .orElse(0.0);
  }

  /** All values of a property. */
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

  /** The first is a match if its name is the very one, and no other's is. */
  private static List<Candidate> decided(List<Candidate> sorted) {
    if (sorted.isEmpty()) {
      return sorted;
    }
    Candidate first = sorted.get(0);
    boolean alone = sorted.size() == 1 || sorted.get(1).score() < first.score();
    List<Candidate> decided = new ArrayList<>(sorted);
    decided.set(
        0,
        new Candidate(
            first.found(),
            first.score(),
            alone && first.nameScore() >= BEST && first.score() > BEST * (1 - PROPERTIES),
            first.nameScore()));
    return decided;
  }

  /** Without what people write now so, now so: capitals, accents, dots. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
