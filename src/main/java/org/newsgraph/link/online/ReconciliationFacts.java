package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.wikidata.WikidataValues;

/** Reader of facts from the data extension response of a reconciliation service. */
final class ReconciliationFacts {
  private static final Pattern DATE = Pattern.compile("(-?\\d{4,9})-(\\d\\d)-(\\d\\d)T.*");
  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  private ReconciliationFacts() {}

  /**
   * Returns the facts in a row.
   *
   * @param row values of each property of an entity
   * @param manifest manifest of the service
   */
  static List<Fact> of(JsonNode row, ReconciliationManifest manifest) {
    List<Fact> facts = new ArrayList<>();
    for (Property property : Property.values()) {
      for (JsonNode value : row.path(property.id())) {
        value(property, value, manifest).ifPresent(it -> facts.add(new Fact(property, it)));
      }
    }
    return facts;
  }

  private static Optional<Fact.Value> value(
      Property property, JsonNode value, ReconciliationManifest manifest) {
    if (value.has("id")) {
      String id = value.path("id").asText();
      String label = value.path("name").asText();
      return manifest.iri(id).map(it -> new Fact.Thing(it, label.isBlank() ? id : label));
    }
    if (value.has("date")) {
      return date(value.path("date").asText());
    }
    String text = value.path("str").asText();
    return switch (property) {
      case COORDINATES -> point(text);
      case IMAGE -> text.contains("://") ? WikidataValues.url(text) : WikidataValues.image(text);
      case WEBSITE -> WikidataValues.url(text);
      default -> Optional.empty();
    };
  }

  /**
   * Parses a date. Reduces January 1 to the year, because services write a year as its first day.
   */
  private static Optional<Fact.Value> date(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean year = parts.group(2).equals("01") && parts.group(3).equals("01");
    return Optional.of(
        new Fact.Date(
            year ? parts.group(1) : parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3)));
  }

  private static Optional<Fact.Value> point(String text) {
    Matcher parts = POINT.matcher(text.strip());
    return parts.matches()
        ? WikidataValues.point(
            Double.parseDouble(parts.group(1)),
            Double.parseDouble(parts.group(2)),
            WikidataValues.EARTH)
        : Optional.empty();
  }
}
