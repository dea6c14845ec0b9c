package org.newsgraph.link.wikidata;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/** Wikidata's values as those of facts. */
final class Values {
  private static final String FILE = "http://commons.wikimedia.org/wiki/Special:FilePath/";
  private static final String EARTH = "Q2";

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

  private Values() {}

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
   * A day, month or year.
   *
   * @param time "+1952-03-11T00:00:00Z"; older dumps write the year with eleven digits
   * @param precision as Wikidata numbers it
   * @return nothing where it is less exact than a year
   */
  static Optional<Fact.Value> date(String time, int precision) {
    Matcher parts = TIME.matcher(time);
    if (precision < YEAR || !parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group(2).replaceFirst("^0+(?=\\d)", "");
    if (digits.length() > MOST_DIGITS_OF_A_YEAR) {
      return Optional.empty();
    }
    String year =
        (parts.group(1).equals("-") ? "-" : "")
            + "0".repeat(Math.max(0, 4 - digits.length()))
            + digits;
    String month = parts.group(3);
    String day = parts.group(4);
    if (precision < MONTH || month.equals("00")) {
      return Optional.of(new Fact.Date(year));
    }
    return Optional.of(
        new Fact.Date(
            precision < DAY || day.equals("00")
                ? year + "-" + month
                : year + "-" + month + "-" + day));
  }

  /**
   * A place on the Earth.
   *
   * @param globe the number of the one on which the place is
   * @return nothing where that is not the Earth, or there is no such place on it
   */
  static Optional<Fact.Value> point(double latitude, double longitude, String globe) {
    return globe.equals(EARTH) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360
        ? Optional.of(new Fact.Point(latitude, longitude))
        : Optional.empty();
  }

  /** The address of a file of Wikimedia Commons. */
  static Fact.Address file(String name) {
    return new Fact.Address(
        FILE + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
