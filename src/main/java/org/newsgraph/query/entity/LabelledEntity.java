package org.newsgraph.query.entity;

/**
 * An entity with its name and type, as graphs and maps show it.
 *
 * @param id the IRI
 * @param name the name to show
 * @param kind "Person", "Organisation", "Place" or "Other"
 */
public record LabelledEntity(String id, String name, String kind) {}
