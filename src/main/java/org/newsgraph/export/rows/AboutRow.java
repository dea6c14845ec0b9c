package org.newsgraph.export.rows;

/**
 * A link from a statement to an entity that is one of its topics.
 *
 * @param statement IRI of the statement
 * @param entity IRI of the entity
 */
public record AboutRow(String statement, String entity) {}
