package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/** Conversion of values in Wikidata's RDF, of the properties {@code wdt:…}, to values of facts. */
public final class RdfValues {
  private static final String ENGLISH = "https://en.wikipedia.org/wiki/";

  private static final Pattern POINT =
      Pattern.compile("(?:<\\S*/(Q\\d+)> )?Point\\((\\S+) (\\S+)\\)", Pattern.CASE_INSENSITIVE);

  private RdfValues() {}

  /**
   * Converts a value.
   *
   * @param text an IRI without angle brackets, or the lexical form of a literal
   * @return the value; empty if it is not of the property's type
   */
  public static Optional<Fact.Value> value(Fact.Property property, String text) {
    return switch (property) {
      case BIRTH, DEATH, INCEPTION, DISSOLVED -> date(text);
      case COORDINATES -> point(text);
      case WEBSITE -> WikidataValues.url(text);
      case IMAGE -> Optional.of(new Fact.Address(text));
      default -> thing(text);
    };
  }

  private static Optional<Fact.Value> thing(String iri) {
    int number =
        iri.startsWith(Item.WIKIDATA)
            ? WikidataValues.number(iri.substring(Item.WIKIDATA.length()))
            : 0;
    return number == 0 ? Optional.empty() : Optional.of(WikidataValues.thing(number));
  }

  /**
   * Parses a date. Reduces January 1 to the year, because these values write a year as its first
   * day, without a precision.
   */
  private static Optional<Fact.Value> date(String time) {
    return date(time, time.contains("-01-01T") ? WikidataValues.YEAR : WikidataValues.DAY);
  }

  /**
   * Parses a date, in which 1 BC is 0 as in ISO 8601.
   *
   * @param precision Wikidata's code of the precision
   * @return the date; empty if it is less precise than a year
   */
  public static Optional<Fact.Value> date(String time, int precision) {
    return WikidataValues.isoDate(time, precision);
  }

  private static Optional<Fact.Value> point(String literal) {
    Matcher point = POINT.matcher(literal);
    try {
      return point.matches()
          ? WikidataValues.point(
              Double.parseDouble(point.group(3)),
              Double.parseDouble(point.group(2)),
              point.group(1) == null ? WikidataValues.EARTH : point.group(1))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the title of the article at an address of the English Wikipedia; empty for any other
   * address.
   */
  public static Optional<String> englishTitle(String address) {
    try {
      return address.startsWith(ENGLISH)
          // A plus sign in a path does not stand for a space.
          ? Optional.of(
              URLDecoder.decode(address.substring(ENGLISH.length()).replace("+", "%2B"), UTF_8)
                  .replace('_', ' '))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
