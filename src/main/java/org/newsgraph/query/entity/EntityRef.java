package org.newsgraph.query.entity;

import org.apache.jena.graph.Node;

/**
 * An entity and its name.
 *
 * @param name the name that one graph gives it; empty if that graph gives none
 */
public record EntityRef(Node iri, String name) {}
