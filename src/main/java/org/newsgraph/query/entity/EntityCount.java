package org.newsgraph.query.entity;

import org.apache.jena.graph.Node;

/**
 * An entity and the number of statements or articles that it was counted in.
 *
 * @param name the name to show
 */
public record EntityCount(Node entity, String name, long count) {}
