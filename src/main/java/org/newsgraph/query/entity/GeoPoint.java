package org.newsgraph.query.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on the earth.
 *
 * @param lon longitude, in degrees east
 * @param lat latitude, in degrees north
 */
public record GeoPoint(double lon, double lat) {
  private static final Pattern WKT =
      Pattern.compile(
          "(?i)\\s*(?:<[^>]*>\\s*)?POINT\\s*\\(\\s*(-?[\\d.]+)\\s+(-?[\\d.]+)\\s*\\)\\s*");

  /** Parses a point in WKT; empty if the text is not one on the earth. */
  public static Optional<GeoPoint> parse(String wkt) {
    Matcher point = WKT.matcher(wkt);
    if (!point.matches()) {
      return Optional.empty();
    }
    try {
      GeoPoint found =
          new GeoPoint(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
      return Optional.of(found).filter(it -> Math.abs(it.lon()) <= 180 && Math.abs(it.lat()) <= 90);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the coordinates as text: "36.20° N, 37.16° E". */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%.2f° %s, %.2f° %s",
        Math.abs(lat),
        lat < 0 ? "S" : "N",
        Math.abs(lon),
        lon < 0 ? "W" : "E");
  }
}
