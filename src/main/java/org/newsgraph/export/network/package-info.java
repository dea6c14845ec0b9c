/**
 * The graph as a network for Gephi, Cytoscape, igraph and NetworkX.
 *
 * <p>Vertices are entities and articles. An edge has a type (one speaks about another, two are
 * mentioned together, someone speaks in an article), a weight and the days of its first and last
 * article. {@link org.newsgraph.export.network.NetworkBuilder} reads the articles once and keeps
 * vertices and edges in memory; memory grows with their number, not with the number of articles.
 * {@code Gexf}, {@code GraphMl} and {@code Cyjs} write the formats, {@code ForceLayout} computes
 * positions.
 *
 * <p>Begin with {@link org.newsgraph.export.network.Network}.
 */
package org.newsgraph.export.network;
