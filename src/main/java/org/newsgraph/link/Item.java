package org.newsgraph.link;

import java.util.Optional;
import org.newsgraph.extract.EntityType;

/**
 * An entry of a knowledge base: one person, organisation, place or other thing of the world.
 *
 * @param iri what it is known by; Wikidata's {@code http://www.wikidata.org/entity/Q42} where that
 *     is known, else Wikipedia's {@code http://en.wikipedia.org/wiki/Douglas_Adams} or an own one
 * @param label its name in the first of the languages wanted, as people write it
 * @param title of the English Wikipedia's article on it, with spaces: "Victoria (state)"
 * @param description a few words that tell it from others of its name
 * @param type what kind of thing it is; empty where the knowledge base doesn't say
 * @param popularity how much is known and written of it, as a logarithm to base 10 of a count (site
 *     links, statements, names); 0 where nothing is
 */
public record Item(
    String iri,
    String label,
    Optional<String> title,
    Optional<String> description,
    Optional<EntityType> type,
    double popularity) {
  /** What the IRIs of Wikidata's items begin with. */
  public static final String WIKIDATA = "http://www.wikidata.org/entity/";

  /** What the IRIs begin with of items that are known by their Wikipedia article alone. */
  public static final String WIKIPEDIA = "http://en.wikipedia.org/wiki/";

  public Item {
    if (iri.isBlank() || label.isBlank()) {
      throw new IllegalArgumentException("an item needs an IRI and a label");
    }
  }

  /** Its Wikidata number with the Q before it: "Q42". */
  public Optional<String> wikidata() {
    return iri.startsWith(WIKIDATA)
        ? Optional.of(iri.substring(WIKIDATA.length()))
        : Optional.empty();
  }
}
