/**
 * An article's graph as plain records, which are the rows of the tables, too.
 *
 * <p>What a row does not know is null. Begin reading with {@link
 * org.newsgraph.export.fact.ArticleFacts}.
 */
package org.newsgraph.export.fact;
