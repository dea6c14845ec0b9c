package org.newsgraph.export.rows;

import java.util.List;

/**
 * An entity as one article describes it.
 *
 * @param entity IRI of the entity
 * @param name label
 * @param type Person, Organisation, Place or Other
 * @param otherNames other names in the article, sorted
 * @param wikidata IRI of the linked Wikidata item
 * @param wikipedia address of the linked Wikipedia article
 */
public record Named(
    String entity,
    String name,
    String type,
    List<String> otherNames,
    String wikidata,
    String wikipedia) {}
