package org.newsgraph.export.network;

import java.time.LocalDate;

/**
 * An edge.
 *
 * @param from the vertex's place in the network's list
 * @param to likewise
 * @param first day of an article that ties the two, or null
 * @param last such day, or null
 */
public record Edge(int from, int to, EdgeType tie, int weight, LocalDate first, LocalDate last) {}
