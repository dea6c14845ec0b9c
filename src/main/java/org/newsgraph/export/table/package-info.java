/**
 * The graph as tables: CSV, Parquet, and CSV for Neo4j.
 *
 * <p>Begin reading with {@link org.newsgraph.export.table.TableExport}; the rows are the records of
 * {@code rows}, whose components are the columns.
 */
package org.newsgraph.export.table;
