package org.newsgraph.link;

import java.util.Optional;
import org.newsgraph.extract.EntityType;

/**
 * A person, organisation, place or other thing in a knowledge base.
 *
 * @param iri identifier; Wikidata's {@code http://www.wikidata.org/entity/Q42} if known, otherwise
 *     Wikipedia's {@code http://en.wikipedia.org/wiki/Douglas_Adams} or one of the knowledge base
 * @param label name in the preferred language
 * @param title title of its article in the English Wikipedia, with spaces: "Victoria (state)"
 * @param description a few words that distinguish it from others of the same name
 * @param type entity type; empty if the knowledge base does not state it
 * @param popularity base-10 logarithm of a count (site links, statements, names) that shows how
 *     much is known about it; 0 if unknown
 * @param distinct whether no other item of the knowledge base has the label
 */
public record Item(
    String iri,
    String label,
    Optional<String> title,
    Optional<String> description,
    Optional<EntityType> type,
    double popularity,
    boolean distinct) {
  /** Prefix of the IRIs of Wikidata items. */
  public static final String WIKIDATA = "http://www.wikidata.org/entity/";

  /** Prefix of the IRIs of items that are known only by their Wikipedia article. */
  public static final String WIKIPEDIA = "http://en.wikipedia.org/wiki/";

  public Item {
    if (iri.isBlank() || label.isBlank()) {
      throw new IllegalArgumentException("an item needs an IRI and a label");
    }
  }

  /** Creates an item whose label other items may have. */
  public Item(
      String iri,
      String label,
      Optional<String> title,
      Optional<String> description,
      Optional<EntityType> type,
      double popularity) {
    this(iri, label, title, description, type, popularity, false);
  }

  /** Returns the same item with another type. */
  public Item withType(Optional<EntityType> other) {
    return new Item(iri, label, title, description, other, popularity, distinct);
  }

  /** Returns the Wikidata ID: "Q42". */
  public Optional<String> wikidata() {
    return iri.startsWith(WIKIDATA)
        ? Optional.of(iri.substring(WIKIDATA.length()))
        : Optional.empty();
  }
}
