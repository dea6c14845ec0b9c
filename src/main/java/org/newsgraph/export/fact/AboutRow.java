package org.newsgraph.export.fact;

/** That a statement is about an entity. */
public record AboutRow(String statement, String entity) {}
