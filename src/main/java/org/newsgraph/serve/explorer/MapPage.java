package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Locale;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.GeoPoint;
import org.newsgraph.query.entity.LocatedPlaces;
import org.newsgraph.query.entity.LocatedPlaces.LocatedPlace;
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
  /** Width of the part of the map that shows a place, in degrees. */
  private static final double WIDTH = 20;

  /** Ratio of the height to the width of the map. */
  private static final double ASPECT_RATIO = 185.0 / 360;

  private final Iris iris;
  private final LocatedPlaces places;

  public MapPage(SparqlRunner lookup) {
    this.iris = lookup.store().iris();
    this.places = new LocatedPlaces(lookup);
  }

  /** Returns the address of the map around a point, which is in Miller's projection. */
  static String address(GeoPoint point) {
    double tangent = Math.tan(0.8 * Math.toRadians(point.lat()));
    double y = -1.25 * Math.toDegrees(Math.log(tangent + Math.sqrt(tangent * tangent + 1)));
    return String.format(
        Locale.ROOT,
        "/map?at=%.1f,%.1f,%.1f",
        point.lon() - WIDTH / 2,
        y - WIDTH * ASPECT_RATIO / 2,
        WIDTH);
  }

  @Override
  public Reply handle(Request request) {
    LocatedPlaces.Found found = places.all();
    List<LocatedPlace> located = found.places();
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

  private Html map(List<LocatedPlace> located) {
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
            : (located.size() < LocatedPlaces.MAX_PLACES ? "" : "The most mentioned ")
                + NumberText.of(located.size(), "place", "places"),
        located.size() == 1 ? "it" : "them",
        located.stream().map(this::item).toList());
  }

  private Html item(LocatedPlace place) {
    return Html.of(
        "<li data-lon=\"{}\" data-lat=\"{}\" data-count=\"{}\">{}<span>{}</span></li>\n",
        place.point().lon(),
        place.point().lat(),
        place.articles(),
        Html.link(place.entity().getURI(), place.name(), iris),
        NumberText.of(place.articles()));
  }
}
