package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;
import org.newsgraph.serve.page.Section;

/**
 * Places with coordinates, {@code /map}: a list, which a JavaScript module draws on a world map.
 */
public final class MapPage implements RouteHandler {
  private static final int MAX_PLACES = 500;
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

  private final Iris iris;
  private final RecentAnswers<String, Found> places;

  private record Found(List<PlaceMarker> places, String sparql) {}

  /**
   * A place on the map.
   *
   * @param lon longitude, in degrees
   * @param lat latitude, in degrees
   * @param articles number of articles that mention it
   */
  private record PlaceMarker(Node entity, String name, double lon, double lat, long articles) {}

  public MapPage(SparqlRunner lookup) {
    this.iris = lookup.store().iris();
    this.places = new RecentAnswers<>(lookup.store(), query -> found(lookup, query));
  }

  private static Found found(SparqlRunner lookup, String query) {
    SparqlRunner.Rows found = lookup.rows(query, Map.of());
    List<Map<String, Node>> rows =
        found.rows().stream()
            .filter(row -> row.get("place") != null && row.get("place").isURI())
            .toList();
    List<EntityLabels.Entity> labels =
        new EntityLabels(lookup.store()).of(rows.stream().map(row -> row.get("place")).toList());
    List<PlaceMarker> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      place(rows.get(i), labels.get(i).name()).ifPresent(places::add);
    }
    return new Found(places, found.sparql());
  }

  @Override
  public Reply handle(Request request) {
    Found found = places.get(PLACES);
    List<PlaceMarker> located = found.places();
    return Page.titled("Map")
        .in(Section.MAP)
        .style("tools.css")
        .script("map.js")
        .body(located.isEmpty() ? empty() : map(located))
        .sparql(found.sparql())
        .reply(request);
  }

  private static Html empty() {
    return new Html(
        "<p class=\"empty\">Places appear when they are linked to Wikidata. Ask whoever runs this"
            + " server.</p>\n");
  }

  private Html map(List<PlaceMarker> located) {
    return Html.of(
        """
        <p class="lead">{}, sized by the number of articles that mention {}.</p>
        <div class="beside">
        <div id="map"></div>
        <div class="listed" tabindex="0" role="region" aria-label="Places">
        <label class="unseen" for="filter">Filter the places</label>
        <input id="filter" type="search" placeholder="Filter the places" hidden>
        <ol class="rows" id="places">{}</ol>
        </div>
        </div>
        """,
        located.size() == 1
            ? "One place"
            : (located.size() < MAX_PLACES ? "" : "The most mentioned ")
                + NumberText.of(located.size(), "place", "places"),
        located.size() == 1 ? "it" : "them",
        located.stream().map(this::item).toList());
  }

  private Html item(PlaceMarker place) {
    return Html.of(
        "<li data-lon=\"{}\" data-lat=\"{}\" data-count=\"{}\">{}<span>{}</span></li>\n",
        place.lon(),
        place.lat(),
        place.articles(),
        Html.link(place.entity().getURI(), place.name(), iris),
        NumberText.of(place.articles()));
  }

  private static Optional<PlaceMarker> place(Map<String, Node> row, String name) {
    return MapPoint.parse(row.get("point").getLiteralLexicalForm())
        .map(
            point ->
                new PlaceMarker(
                    row.get("place"),
                    name,
                    point.lon(),
                    point.lat(),
                    ((Number) row.get("articles").getLiteralValue()).longValue()));
  }
}
