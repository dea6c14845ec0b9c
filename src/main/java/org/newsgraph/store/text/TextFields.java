package org.newsgraph.store.text;

import org.apache.jena.graph.Node;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.News;

/** Fields of the text index, one per indexed property. */
@SuppressWarnings("ImmutableEnumChecker") // Jena does not say so, but its nodes never change.
enum TextFields {
  /** Label of an entity or an article. */
  LABEL(RDFS.label.asNode()),
  ALT_LABEL(SKOS.altLabel.asNode()),
  TITLE(DCTerms.title.asNode()),
  CONTENT(News.content),
  QUOTED_TEXT(News.quotedText),
  TOPIC(News.topic),
  TEXT(News.text);

  private final Node property;

  TextFields(Node property) {
    this.property = property;
  }

  Node property() {
    return property;
  }

  /**
   * Returns the definition of the fields for jena-text. It has no graph field, so that a value in
   * many graphs is one hit.
   */
  static EntityDefinition definition() {
    EntityDefinition definition = new EntityDefinition("uri", "LABEL", RDFS.label);
    for (TextFields field : values()) {
      definition.set(field.name(), field.property);
    }
    definition.setLangField("lang");
    return definition;
  }

  /** Tests whether a value of a subject's property is indexed. */
  static boolean isIndexed(Node subject, Node property, Node value) {
    if (!value.isLiteral() || !subject.isURI()) {
      return false;
    }
    for (TextFields field : values()) {
      if (field.property.equals(property)) {
        return field != LABEL || hasName(subject.getURI());
      }
    }
    return false;
  }

  /**
   * Tests whether the label of an IRI is a name. Labels of mentions, statements and roles only
   * repeat text of their article.
   */
  private static boolean hasName(String iri) {
    int fragment = iri.indexOf('#');
    return fragment < 0
        || iri.startsWith("entity=", fragment + 1)
        || iri.startsWith("speaker=", fragment + 1);
  }
}
