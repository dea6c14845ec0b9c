package org.newsgraph.export.rows;

/**
 * A link from the report of a speech act to an entity that its topic names.
 *
 * @param report IRI of the report
 * @param entity IRI of the entity
 */
public record ReportAboutRow(String report, String entity) {}
