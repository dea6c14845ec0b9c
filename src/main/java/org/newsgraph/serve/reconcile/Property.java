package org.newsgraph.serve.reconcile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The properties that queries can use for matching, and that can be added to a table. */
enum Property {
  NAME("name", "rdfs:label"),
  OTHER_NAME("other name", "skos:altLabel"),
  ROLE("role", "news:hasRole/news:roleText"),
  ORGANISATION("organisation", "news:hasRole/news:organisation"),
  RELATIVE("related to", "news:hasRelation/news:relatedTo"),
  AGE("age in years", "news:hasRelation/news:years"),
  NAMED_IN("mentioned in article", "^news:mentions/dcterms:identifier"),
  SAID("said", "^news:speaker/news:content"),
  WIKIDATA("Wikidata", "<http://www.w3.org/2002/07/owl#sameAs>"),
  WIKIPEDIA("Wikipedia", "<https://schema.org/sameAs>");

  private final String label;
  private final String path;

  Property(String label, String path) {
    this.label = label;
    this.path = path;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  /** Returns the SPARQL property path from the entity to the value. */
  String path() {
    return path;
  }

  static Optional<Property> find(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }
}
