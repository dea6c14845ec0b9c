/**
 * Knowledge bases over the network: from a SPARQL endpoint that holds Wikidata ({@code
 * WikidataFetch}), and from a dump on a web server ({@link org.newsgraph.link.fetch.HttpDump}).
 *
 * <p>A fetch has six phases. Each sends queries with an {@code AdaptiveSize} through a {@code
 * SparqlClient}, which reduces a query that takes too long, and stores each response as a
 * <em>slice</em> in the {@code SliceStore}, from which an interrupted fetch resumes:
 *
 * <ol>
 *   <li>{@code LinkCounts}: the number of items by their number of site links;
 *   <li>{@code FindPhase}: the items that have enough of them, with their classes;
 *   <li>{@code ClassPhase}: the superclasses of these classes, which determine the types;
 *   <li>{@code ItemPhase}: the data of the items that have the wanted types, in batches;
 *   <li>{@code ItemPhase} again: the names of the items to which their facts refer;
 *   <li>{@code FetchIndexPhase}: the index, as for a dump.
 * </ol>
 *
 * <p>An update runs the same phases, but takes the data of all items that have not been modified
 * from the {@code FetchedItems} of the earlier knowledge base.
 *
 * <p>Begin with {@link org.newsgraph.link.fetch.WikidataFetch}.
 */
package org.newsgraph.link.fetch;
