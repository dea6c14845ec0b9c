package org.newsgraph.export.rows;

import java.time.LocalDate;

/**
 * An entity, aggregated over all exported articles.
 *
 * @param entity IRI of the entity
 * @param name label in the first article
 * @param type most frequent type: Person, Organisation, Place or Other
 * @param otherNames other names, separated by semicolons
 * @param wikidata IRI of the linked Wikidata item
 * @param wikipedia address of the linked Wikipedia article
 * @param articles number of articles that mention it
 * @param mentions number of mentions
 * @param statementsBy number of statements by the entity
 * @param statementsAbout number of statements about the entity
 * @param first publication day of the first article in which it is mentioned or speaks
 * @param last publication day of the last article in which it is mentioned or speaks
 */
public record EntityRow(
    String entity,
    String name,
    String type,
    String otherNames,
    String wikidata,
    String wikipedia,
    int articles,
    int mentions,
    int statementsBy,
    int statementsAbout,
    LocalDate first,
    LocalDate last) {}
