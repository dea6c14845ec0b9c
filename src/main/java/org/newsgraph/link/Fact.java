package org.newsgraph.link;

/**
 * Something that a knowledge base knows of an item.
 *
 * @param property what it tells
 * @param value what it is
 */
public record Fact(Property property, Value value) {
  /** What a fact tells. The numbers are those of Wikidata's properties. */
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

    /** Its number in Wikidata, with the P before it. */
    public String id() {
      return id;
    }
  }

  /** What a fact says. */
  public sealed interface Value {}

  /** Another item; its label is its IRI's end where nothing more is known of it. */
  public record Thing(String iri, String label) implements Value {}

  /** A day, month or year, as ISO 8601 writes it: "1952-03-11", "1952-03", "1952", "-0044". */
  public record Date(String iso) implements Value {}

  /** A place on the globe, in degrees north and east of WGS 84. */
  public record Point(double latitude, double longitude) implements Value {}

  /** An address to follow: a website, a picture. */
  public record Address(String url) implements Value {}
}
