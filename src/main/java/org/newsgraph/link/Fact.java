package org.newsgraph.link;

/**
 * A fact about an item in a knowledge base.
 *
 * @param property the property that the fact states
 * @param value the value of the property
 */
public record Fact(Property property, Value value) {
  /** A property of items, with the number of the Wikidata property. */
  public enum Property {
    OFFICE("P39"),
    OCCUPATION("P106"),
    PARTY("P102"),
    EMPLOYER("P108"),
    MEMBER_OF("P463"),
    CITIZENSHIP("P27"),
    GENDER("P21"),
    BIRTH("P569"),
    DEATH("P570"),
    COUNTRY("P17"),
    LOCATED_IN("P131"),
    HEADQUARTERS("P159"),
    COORDINATES("P625"),
    INCEPTION("P571"),
    DISSOLVED("P576"),
    WEBSITE("P856"),
    IMAGE("P18");

    private final String id;

    Property(String id) {
      this.id = id;
    }

    /** Returns the Wikidata ID of the property: "P39". */
    public String id() {
      return id;
    }
  }

  /** Value of a fact. */
  public sealed interface Value {}

  /** Another item. Its label is the last part of its IRI if nothing else is known. */
  public record Thing(String iri, String label) implements Value {}

  /** A day, month or year in ISO 8601: "1952-03-11", "1952-03", "1952", "-0044". */
  public record Date(String iso) implements Value {}

  /** Coordinates in WGS 84, in degrees north and east. */
  public record Point(double latitude, double longitude) implements Value {}

  /** URL of a website or a picture. */
  public record Address(String url) implements Value {}
}
