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
 * Wikidata's values as those of facts, as the <a
 * href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">Wikibase data
 * model</a> has them.
 */
public final class WikidataValues {
  private static final String FILE = "http://commons.wikimedia.org/wiki/Special:FilePath/";

  /** The number of the Earth, as a globe. */
  public static final String EARTH = "Q2";

  /** Days, months and years have these numbers in Wikidata; decades and wider have smaller ones. */
  private static final int DAY = 11;

  private static final int MONTH = 10;
  private static final int YEAR = 9;

  private static final Pattern TIME = Pattern.compile("([+-]?)(\\d{1,16})-(\\d\\d)-(\\d\\d).*");
  private static final int MOST_DIGITS_OF_A_YEAR = 9;

  private static final Map<String, Fact.Property> PROPERTIES = new HashMap<>();

  static {
    for (Fact.Property property : Fact.Property.values()) {
      PROPERTIES.put(property.id(), property);
    }
  }

  private WikidataValues() {}

  /** The property with this number, where it is one that facts are of. */
  static Optional<Fact.Property> property(String id) {
    return Optional.ofNullable(PROPERTIES.get(id));
  }

  /** The number of an item, without the Q; 0 where this is none. */
  static int number(String id) {
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

  static Fact.Thing thing(int number) {
    return new Fact.Thing(Item.WIKIDATA + "Q" + number, "Q" + number);
  }

  /**
   * A day, month or year, as Wikibase's JSON has it.
   *
   * @param time "+1952-03-11T00:00:00Z", where years before Christ count from -1, which ISO 8601
   *     writes as 0; older dumps write the year with eleven digits
   * @param precision as Wikidata numbers it
   * @return nothing where it is less exact than a year
   */
  public static Optional<Fact.Value> date(String time, int precision) {
    return date(time, precision, 1);
  }

  /** The same, where years are counted as ISO 8601 does: in RDF. */
  static Optional<Fact.Value> isoDate(String time, int precision) {
    return date(time, precision, 0);
  }

  private static Optional<Fact.Value> date(String time, int precision, int firstBeforeChrist) {
    Matcher parts = TIME.matcher(time);
    if (precision < YEAR || !parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group(2).replaceFirst("^0+(?=\\d)", "");
    if (digits.length() > MOST_DIGITS_OF_A_YEAR) {
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
   * A place on the Earth.
   *
   * @param globe the number of the one on which the place is
   * @return nothing where that is not the Earth, or there is no such place on it
   */
  public static Optional<Fact.Value> point(double latitude, double longitude, String globe) {
    return globe.equals(EARTH) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? Optional.of(new Fact.Point(latitude, longitude))
        : Optional.empty();
  }

  /** A page of the web; nothing where it is no address of one. */
  public static Optional<Fact.Value> web(String address) {
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

  /** A picture in Wikimedia Commons, at the address that Wikidata's RDF gives it. */
  public static Optional<Fact.Value> picture(String file) {
    return file.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Fact.Address(
                FILE + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20")));
  }
}
