/**
 * Figures of a database: how many articles, statements and entities it contains, and how often each
 * class and property is used.
 *
 * <p>{@link org.newsgraph.query.statistics.DatasetStatistics} counts them in one scan of an index;
 * {@link org.newsgraph.query.statistics.StatisticsFile} saves them in the database's folder; {@link
 * org.newsgraph.query.statistics.StatisticsService} keeps them up to date in a server. {@link
 * org.newsgraph.query.statistics.DatasetFigure} holds the words for the main figures. Uses {@code
 * store} and {@code graph}.
 */
package org.newsgraph.query.statistics;
