package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.ResultCache;
import org.newsgraph.query.SparqlRunner;

/** Cached places with coordinates, the most mentioned first. */
public final class LocatedPlaces {
  /** Maximum number of places. */
  public static final int MAX_PLACES = 500;

  private static final String PLACES =
      """
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      SELECT ?place (COUNT(?article) AS ?articles) (SAMPLE(?wkt) AS ?point) {
        { SELECT ?place (SAMPLE(?one) AS ?wkt) { ?place geo:hasGeometry/geo:asWKT ?one } GROUP BY ?place }
        ?article news:mentions ?place ; a news:Article }
      GROUP BY ?place
      ORDER BY DESC(?articles) ?place
      LIMIT %d
      """
          .formatted(MAX_PLACES);

  private final SparqlRunner lookup;
  private final ResultCache<String, Found> cache;

  /**
   * A place.
   *
   * @param articles number of articles that mention it
   */
  public record LocatedPlace(Node entity, String name, GeoPoint point, long articles) {}

  /** The places, and the query that finds them. */
  public record Found(List<LocatedPlace> places, String sparql) {}

  /** Creates the cache of a database. */
  public LocatedPlaces(SparqlRunner lookup) {
    this.lookup = lookup;
    this.cache = new ResultCache<>(lookup.store(), this::read);
  }

  /** Returns the places. */
  public Found all() {
    return cache.get(PLACES);
  }

  private Found read(String query) {
    SparqlRunner.Rows found = lookup.rows(query, Map.of());
    // Without any solutions, grouping gives one row without a place.
    List<Map<String, Node>> rows =
        found.rows().stream()
            .filter(row -> row.get("place") != null && row.get("place").isURI())
            .toList();
    Map<Node, String> names =
        new EntityLabels(lookup.store()).names(rows.stream().map(row -> row.get("place")).toList());
    List<LocatedPlace> places = new ArrayList<>();
    rows.forEach(row -> place(row, names.get(row.get("place"))).ifPresent(places::add));
    return new Found(places, found.sparql());
  }

  private static Optional<LocatedPlace> place(Map<String, Node> row, String name) {
    return GeoPoint.parse(GraphValues.text(row.get("point")))
        .map(
            point ->
                new LocatedPlace(
                    row.get("place"),
                    name,
                    point,
                    ((Number) row.get("articles").getLiteralValue()).longValue()));
  }
}
