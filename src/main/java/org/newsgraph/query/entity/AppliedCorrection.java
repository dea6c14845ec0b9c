package org.newsgraph.query.entity;

import org.apache.jena.graph.Node;

/**
 * A correction that was applied to an entity.
 *
 * @param iri the correction
 * @param label what it states
 * @param note the editor's note; empty if there is none
 */
public record AppliedCorrection(Node iri, String label, String note) {}
