package org.newsgraph.export.fact;

/** That the topic of a report names an entity. */
public record ReportAboutRow(String report, String entity) {}
