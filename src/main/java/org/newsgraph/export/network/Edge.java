package org.newsgraph.export.network;

import java.time.LocalDate;

/**
 * A weighted edge between two vertices.
 *
 * @param from index of the start vertex in the network's list of vertices
 * @param to index of the end vertex in the network's list of vertices
 * @param type type of the edge
 * @param weight number of statements, articles, mentions or entities, depending on the type
 * @param first first day of the articles behind the edge, or null
 * @param last last day of the articles behind the edge, or null
 */
public record Edge(int from, int to, EdgeType type, int weight, LocalDate first, LocalDate last) {}
