package org.newsgraph.link.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * An item of the item table.
 *
 * @param item the item, whose label no other item of the table has
 * @param names its names; the first is the main name, which other items may have too
 * @param weight the population of a place, or a comparable figure for another item; at least 1
 * @param country ID of the country in the table; empty if there is none
 * @param facts its coordinates and its website, as far as they are known
 */
record BuiltInItem(
    Item item, List<String> names, double weight, Optional<String> country, List<Fact> facts) {
  /** Prefix of the IRIs of places that are known only by their GeoNames ID. */
  static final String GEONAMES = "https://sws.geonames.org/";

  /** Increase of an item's popularity if its weight increases tenfold. */
  private static final double POPULARITY_PER_DIGIT = 0.3;

  // The columns of the item table.
  private static final int ID = 0;
  private static final int TYPE = 1;
  static final int LABEL = 2;
  static final int NAMES = 3;
  private static final int DESCRIPTION = 4;
  private static final int WEIGHT = 5;
  private static final int COUNTRY = 6;
  private static final int POINT = 7;
  private static final int WEBSITE = 8;
  private static final int TITLE = 9;

  /**
   * Returns the names in a line of the item table, or in its first columns: the main name, other
   * names, and the label if it is none of them.
   */
  static List<String> names(String line) {
    return names(line.split("\t", -1));
  }

  private static List<String> names(String[] cells) {
    List<String> names = new ArrayList<>(List.of(cells[NAMES].split("\\|", -1)));
    cell(cells, LABEL).filter(label -> !names.contains(label)).ifPresent(names::add);
    return List.copyOf(names);
  }

  /** Reads a line of the item table. */
  static BuiltInItem parse(String line) {
    String[] cells = line.split("\t", -1);
    List<String> names = names(cells);
    String label = cell(cells, LABEL).orElse(names.get(0));
    double weight = Double.parseDouble(cells[WEIGHT]);
    Item item =
        new Item(
            iri(cells[ID]),
            label,
            cell(cells, TITLE).map(title -> title.equals("=") ? label : title),
            cell(cells, DESCRIPTION),
            Optional.of(cells[TYPE].equals("P") ? EntityType.PLACE : EntityType.ORGANISATION),
            POPULARITY_PER_DIGIT * Math.log10(weight),
            true);
    List<Fact> facts = new ArrayList<>();
    cell(cells, POINT)
        .ifPresent(point -> facts.add(new Fact(Fact.Property.COORDINATES, point(point))));
    cell(cells, WEBSITE)
        .ifPresent(url -> facts.add(new Fact(Fact.Property.WEBSITE, new Fact.Address(url))));
    return new BuiltInItem(item, names, weight, cell(cells, COUNTRY), facts);
  }

  private static Optional<String> cell(String[] cells, int column) {
    return Optional.of(cells[column]).filter(cell -> !cell.isEmpty());
  }

  /** Returns the IRI of an item: "Q84" is Wikidata's, "G2643743" GeoNames'. */
  static String iri(String id) {
    return id.startsWith("G") ? GEONAMES + id.substring(1) + "/" : Item.WIKIDATA + id;
  }

  /** Returns the ID in the table that an IRI has, if it is one of Wikidata or GeoNames. */
  static Optional<String> id(String iri) {
    Optional<String> id =
        iri.startsWith(GEONAMES)
            ? Optional.of("G" + iri.substring(GEONAMES.length()).replace("/", ""))
            : iri.startsWith(Item.WIKIDATA)
                ? Optional.of(iri.substring(Item.WIKIDATA.length()))
                : Optional.empty();
    return id.filter(it -> it.length() > 1);
  }

  private static Fact.Point point(String text) {
    String[] parts = text.split(",", -1);
    return new Fact.Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }
}
