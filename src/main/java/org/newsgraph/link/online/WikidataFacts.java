package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;

/**
 * Reads facts out of Wikidata's JSON, as the <a
 * href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">Wikibase data
 * model</a> has it.
 */
final class WikidataFacts {
  private static final Pattern TIME = Pattern.compile("([+-])0*(\\d{1,9})-(\\d\\d)-(\\d\\d)T.*");
  private static final int DAY = 11;
  private static final int MONTH = 10;
  private static final int YEAR = 9;
  private static final String EARTH = "Q2";

  private WikidataFacts() {}

  /** All that an entity tells; things are known by their numbers alone. */
  static List<Fact> of(JsonNode entity) {
    return Arrays.stream(Property.values())
        .flatMap(
            property ->
                Claims.best(entity, property.id()).stream()
                    .flatMap(it -> value(property, it).stream())
                    .distinct()
                    .map(it -> new Fact(property, it)))
        .toList();
  }

  private static Optional<Fact.Value> value(Property property, JsonNode datavalue) {
    JsonNode value = datavalue.path("value");
    return switch (datavalue.path("type").asText()) {
      case "wikibase-entityid" ->
          Claims.item(value).map(id -> new Fact.Thing(Item.WIKIDATA + id, id));
      case "time" -> date(value.path("time").asText(), value.path("precision").asInt());
      case "globecoordinate" -> point(value);
      case "string" -> property == Property.IMAGE ? picture(value.asText()) : web(value.asText());
      default -> Optional.empty();
    };
  }

  /**
   * A date, as far as it is known; nothing where not even the year is.
   *
   * @param time such as "+1952-03-11T00:00:00Z"; years before Christ count from -1, which ISO 8601
   *     writes as 0
   * @param precision 11 for a day, 10 for a month, 9 for a year, less for longer times
   */
  static Optional<Fact.Value> date(String time, int precision) {
    Matcher parts = TIME.matcher(time);
    if (!parts.matches() || precision < YEAR) {
      return Optional.empty();
    }
    int number = Integer.parseInt(parts.group(2));
    int year = parts.group(1).equals("-") ? 1 - number : number;
    String written = year < 0 ? "-" + "%04d".formatted(-year) : "%04d".formatted(year);
    int month = Integer.parseInt(parts.group(3));
    int day = Integer.parseInt(parts.group(4));
    boolean hasMonth = precision >= MONTH && month >= 1 && month <= 12;
    boolean hasDay = hasMonth && precision >= DAY && day >= 1 && day <= 31;
    String iso =
        written + (hasMonth ? "-" + parts.group(3) : "") + (hasDay ? "-" + parts.group(4) : "");
    return Optional.of(new Fact.Date(iso));
  }

  private static Optional<Fact.Value> point(JsonNode value) {
    String globe = value.path("globe").asText(Item.WIKIDATA + EARTH);
    return globe.endsWith("/" + EARTH)
        ? point(value.path("latitude").asDouble(999), value.path("longitude").asDouble(999))
        : Optional.empty();
  }

  /** A place, where there is such a one. */
  static Optional<Fact.Value> point(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
        ? Optional.of(new Fact.Point(latitude, longitude))
        : Optional.empty();
  }

  /** A page of the web; nothing where it is no address of one. */
  static Optional<Fact.Value> web(String address) {
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
  static Optional<Fact.Value> picture(String file) {
    try {
      String address =
          new URI("http", "commons.wikimedia.org", "/wiki/Special:FilePath/" + file, null)
              .toASCIIString()
              .replace("?", "%3F");
      return file.isBlank() ? Optional.empty() : Optional.of(new Fact.Address(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
