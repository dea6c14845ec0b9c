package org.newsgraph.export.rows;

import java.util.List;

/**
 * An entity as one article has it.
 *
 * @param entity its IRI
 * @param type Person, Organisation, Place or Other
 */
public record Named(
    String entity,
    String name,
    String type,
    List<String> otherNames,
    String wikidata,
    String wikipedia) {}
