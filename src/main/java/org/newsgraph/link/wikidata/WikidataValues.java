package org.newsgraph.link.wikidata;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * Conversion of Wikidata's values to values of facts, by the <a
 * href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">Wikibase data
 * model</a>.
 */
public final class WikidataValues {
  private static final String FILE_PATH = "http://commons.wikimedia.org/wiki/Special:FilePath/";

  /** ID of the Earth as a globe. */
  public static final String EARTH = "Q2";

  /** Wikidata's codes for the precision of dates; decades and longer periods have smaller codes. */
  static final int DAY = 11;

  private static final int MONTH = 10;
  static final int YEAR = 9;

  private static final Pattern TIME = Pattern.compile("([+-]?)(\\d{1,16})-(\\d\\d)-(\\d\\d).*");
  private static final int MAX_YEAR_DIGITS = 9;

  private static final Map<String, Fact.Property> PROPERTIES = new HashMap<>();

  static {
    for (Fact.Property property : Fact.Property.values()) {
      PROPERTIES.put(property.id(), property);
    }
  }

  private WikidataValues() {}

  /** Returns the property with an ID, if facts can have it. */
  public static Optional<Fact.Property> property(String id) {
    return Optional.ofNullable(PROPERTIES.get(id));
  }

  /** Parses the number of an item, without the Q; returns 0 if this is not the ID of an item. */
  public static int number(String id) {
    int length = id.length();
    if (length < 2 || length > 10 || id.charAt(0) != 'Q' || id.charAt(1) == '0') {
      return 0;
    }
    int number = 0;
    for (int i = 1; i < length; i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  public static Fact.Thing thing(int number) {
    return new Fact.Thing(Item.WIKIDATA + "Q" + number, "Q" + number);
  }

  /**
   * Parses a day, month or year in Wikibase's JSON.
   *
   * @param time date such as "+1952-03-11T00:00:00Z"; 1 BC is -1, which ISO 8601 writes as 0; older
   *     dumps write the year with eleven digits
   * @param precision Wikidata's code of the precision
   * @return the date; empty if it is less precise than a year
   */
  public static Optional<Fact.Value> date(String time, int precision) {
    return date(time, precision, 1);
  }

  /** Parses a date in RDF, in which 1 BC is 0 as in ISO 8601. */
  static Optional<Fact.Value> isoDate(String time, int precision) {
    return date(time, precision, 0);
  }

  private static Optional<Fact.Value> date(String time, int precision, int firstBeforeChrist) {
    Matcher parts = TIME.matcher(time);
    if (precision < YEAR || !parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group(2).replaceFirst("^0+(?=\\d)", "");
    if (digits.length() > MAX_YEAR_DIGITS) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    int year = parts.group(1).equals("-") ? firstBeforeChrist - number : number;
    String iso = (year < 0 ? "-" : "") + "%04d".formatted(Math.abs(year));
    int month = Integer.parseInt(parts.group(3));
    int day = Integer.parseInt(parts.group(4));
    if (precision >= MONTH && month >= 1 && month <= 12) {
      iso += "-" + parts.group(3);
      if (precision >= DAY && day >= 1 && day <= 31) {
        iso += "-" + parts.group(4);
      }
    }
    return Optional.of(new Fact.Date(iso));
  }

  /**
   * Converts coordinates on the Earth.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param globe ID of the globe
   * @return the point; empty if the globe is not the Earth or the coordinates are out of range
   */
  public static Optional<Fact.Value> point(double latitude, double longitude, String globe) {
    return globe.equals(EARTH) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? Optional.of(new Fact.Point(latitude, longitude))
        : Optional.empty();
  }

  /** Converts an http or https URL; returns empty for anything else. */
  public static Optional<Fact.Value> url(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null
          ? Optional.of(new Fact.Address(uri.toASCIIString()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns the URL of a picture in Wikimedia Commons, as in Wikidata's RDF. */
  public static Optional<Fact.Value> image(String file) {
    return file.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Fact.Address(
                FILE_PATH + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20")));
  }
}
