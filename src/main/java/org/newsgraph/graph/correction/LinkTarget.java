package org.newsgraph.graph.correction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.newsgraph.graph.Iris;
import org.newsgraph.link.Item;

/**
 * The item of a knowledge base to which a user links an entity: "Q42 Douglas Adams".
 *
 * @param iri IRI of the item
 * @param name name from which the IRI of the entity is made if no knowledge base has the item
 */
public record LinkTarget(String iri, Optional<String> name) {
  private static final Pattern NUMBER = Pattern.compile("[Qq]([1-9][0-9]{0,11})");

  /** Address of an item's page or IRI in Wikidata. */
  private static final Pattern WIKIDATA =
      Pattern.compile(
          "https?://(?:www\\.|m\\.)?wikidata\\.org/(?:wiki|entity)/([Qq][1-9][0-9]{0,11})(?:[#?].*)?");

  /** Address of a place's page or IRI in GeoNames. */
  private static final Pattern GEONAMES =
      Pattern.compile("https?://(?:www\\.|sws\\.)?geonames\\.org/([1-9][0-9]{0,11})(?:[/#?].*)?");

  /** Address of an article in the English Wikipedia. */
  private static final Pattern WIKIPEDIA =
      Pattern.compile("https?://en\\.(?:m\\.)?wikipedia\\.org/wiki/([^#?]+)(?:[#?].*)?");

  /**
   * Parses the item, optionally followed by its name.
   *
   * @param text a Wikidata number, an IRI, or the address of a page of Wikidata, GeoNames or the
   *     English Wikipedia
   * @throws IllegalArgumentException if the text does not begin with one of these; the message has
   *     the reason and advice
   */
  public static LinkTarget parse(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    Optional<String> name = Optional.of(parts).filter(it -> it.length > 1).map(it -> it[1].strip());
    return new LinkTarget(iri(parts[0]), name);
  }

  private static String iri(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return Item.WIKIDATA + "Q" + number.group(1);
    }
    Matcher wikidata = WIKIDATA.matcher(text);
    if (wikidata.matches()) {
      return iri(wikidata.group(1));
    }
    Matcher geoNames = GEONAMES.matcher(text);
    if (geoNames.matches()) {
      return "https://sws.geonames.org/" + geoNames.group(1) + "/";
    }
    Matcher wikipedia = WIKIPEDIA.matcher(text);
    if (wikipedia.matches() && !Iris.title(wikipedia.group(1)).isBlank()) {
      return Item.WIKIPEDIA + wikipedia.group(1);
    }
    if (isWebIri(text)) {
      return text;
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not an item; give a Wikidata number (Q42) or the IRI of the item"
            + " (https://...)");
  }

  private static boolean isWebIri(String text) {
    try {
      IRIx iri = IRIx.create(text);
      return text.matches("(?i)https?://[^/?#]+.*") && iri.isAbsolute() && !iri.hasViolations();
    } catch (IRIException e) {
      return false;
    }
  }

  /** Returns the item with the name of its entity in a database. */
  public static LinkTarget of(Item item, Iris iris) {
    return new LinkTarget(item.iri(), Optional.of(iris.name(iris.entity(item))));
  }

  /** Returns the number of a Wikidata item, otherwise the IRI. */
  public String id() {
    return iri.startsWith(Item.WIKIDATA) ? iri.substring(Item.WIKIDATA.length()) : iri;
  }

  /** Returns the text that {@link #parse} reads. */
  public String text() {
    return id() + name.map(it -> " " + it).orElse("");
  }

  /** Describes the item to a user: "Douglas Adams (Q42)". */
  public String description() {
    return name.map(it -> it + " (" + id() + ")").orElseGet(this::id);
  }

  /**
   * Returns the item if no knowledge base has it.
   *
   * @param label label of an item whose name is unknown
   */
  public Item item(String label) {
    Optional<String> title =
        iri.startsWith(Item.WIKIPEDIA)
            ? Optional.of(Iris.title(iri.substring(Item.WIKIPEDIA.length())))
            : Optional.empty();
    return new Item(
        iri,
        title.or(() -> name).orElse(label),
        title,
        Optional.empty(),
        Optional.empty(),
        0,
        name.isPresent());
  }
}
