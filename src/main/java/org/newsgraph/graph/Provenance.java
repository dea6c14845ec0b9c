package org.newsgraph.graph;

import java.time.Instant;

/**
 * What made an article's facts.
 *
 * @param version of this program
 * @param at when it did; the graph keeps whole seconds
 */
public record Provenance(String version, Instant at) {}
