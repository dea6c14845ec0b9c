package org.newsgraph.export.rows;

/** That a statement is about an entity. */
public record AboutRow(String statement, String entity) {}
