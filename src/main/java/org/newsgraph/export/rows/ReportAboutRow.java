package org.newsgraph.export.rows;

/** A link from the report of a speech act to an entity that its topic names. */
public record ReportAboutRow(String report, String entity) {}
