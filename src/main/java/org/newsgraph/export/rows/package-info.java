/**
 * An article's graph read back into plain records, one per row of a table.
 *
 * <p>A component is null if the graph does not state it. Begin with {@link
 * org.newsgraph.export.rows.ArticleFacts}.
 */
package org.newsgraph.export.rows;
