package org.newsgraph.graph;

import java.time.Instant;

/**
 * Origin of an article's facts.
 *
 * @param version version of the program
 * @param at time of the extraction, stored with a precision of seconds
 */
public record Provenance(String version, Instant at) {}
