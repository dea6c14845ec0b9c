package org.newsgraph.serve.explorer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on the map.
 *
 * @param lon longitude, in degrees east
 * @param lat latitude, in degrees north
 */
record MapPoint(double lon, double lat) {
  private static final Pattern WKT =
      Pattern.compile(
          "(?i)\\s*(?:<[^>]*>\\s*)?POINT\\s*\\(\\s*(-?[\\d.]+)\\s+(-?[\\d.]+)\\s*\\)\\s*");

  /** Width of the part of the map that shows a place, in degrees. */
  private static final double WIDTH = 20;

  /** Ratio of the height to the width of the map. */
  private static final double ASPECT_RATIO = 185.0 / 360;

  /** Parses a point in WKT; empty if the text is not one on the earth. */
  static Optional<MapPoint> parse(String wkt) {
    Matcher point = WKT.matcher(wkt);
    if (!point.matches()) {
      return Optional.empty();
    }
    try {
      MapPoint found =
          new MapPoint(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
      return Optional.of(found).filter(it -> Math.abs(it.lon()) <= 180 && Math.abs(it.lat()) <= 90);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the coordinates as text: "36.20° N, 37.16° E". */
  String text() {
    return String.format(
        Locale.ROOT,
        "%.2f° %s, %.2f° %s",
        Math.abs(lat),
        lat < 0 ? "S" : "N",
        Math.abs(lon),
        lon < 0 ? "W" : "E");
  }

  /** Returns the address of the map around the point, which is in Miller's projection. */
  String address() {
    double tangent = Math.tan(0.8 * Math.toRadians(lat));
    double y = -1.25 * Math.toDegrees(Math.log(tangent + Math.sqrt(tangent * tangent + 1)));
    return String.format(
        Locale.ROOT,
        "/map?at=%.1f,%.1f,%.1f",
        lon - WIDTH / 2,
        y - WIDTH * ASPECT_RATIO / 2,
        WIDTH);
  }
}
