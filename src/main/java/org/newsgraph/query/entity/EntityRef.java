package org.newsgraph.query.entity;

import org.apache.jena.graph.Node;

/**
 * An entity, or another resource or literal, with the name to show for it.
 *
 * @param iri the node
 * @param name the name
 */
public record EntityRef(Node iri, String name) {}
