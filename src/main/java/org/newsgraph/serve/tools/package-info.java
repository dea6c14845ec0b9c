/**
 * The explorer's tools: the query editor, the graph view, the map and the timeline.
 *
 * <p>Each is a {@link org.newsgraph.serve.http.RouteHandler} whose page works as plain HTML, and an
 * ES module in the folder {@code assets} that makes it move: {@link
 * org.newsgraph.serve.tools.QueryPage} and {@code query.js}, {@link
 * org.newsgraph.serve.tools.NetworkPage} and {@code graph-view.js}, {@link
 * org.newsgraph.serve.tools.MapPage} and {@code map.js}; the bars of {@link
 * org.newsgraph.serve.tools.TimelinePage} are drawn here.
 */
package org.newsgraph.serve.tools;
