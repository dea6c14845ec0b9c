/**
 * The graph as a network for Gephi, Cytoscape, igraph and NetworkX: who speaks about whom, who is
 * named with whom, who speaks in which article.
 *
 * <p>A {@link org.newsgraph.export.network.NetworkBuilder} goes through the articles once and keeps
 * vertices and weighted edges in memory; their number bounds it, not that of the articles. Begin
 * reading with {@link org.newsgraph.export.network.Network}.
 */
package org.newsgraph.export.network;
