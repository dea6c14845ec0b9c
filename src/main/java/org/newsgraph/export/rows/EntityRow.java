package org.newsgraph.export.rows;

import java.time.LocalDate;

/**
 * An entity, over all articles that are exported.
 *
 * @param entity its IRI
 * @param type Person, Organisation, Place or Other: what most articles take it for
 * @param otherNames with semicolons between them
 * @param articles that name it
 * @param mentions in them
 * @param statementsBy it, as speaker
 * @param statementsAbout it
 * @param first day on which it is named or speaks
 * @param last such day
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
