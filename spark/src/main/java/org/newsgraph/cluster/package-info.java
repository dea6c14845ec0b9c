/**
 * The same build on Apache Spark, for more articles than one machine can read in time.
 *
 * <p>{@link org.newsgraph.cluster.Cluster} is the command, {@link org.newsgraph.cluster.Job} the
 * order of the work:
 *
 * <ol>
 *   <li>{@link org.newsgraph.cluster.Inputs} finds the files and cuts large ones into {@link
 *       org.newsgraph.cluster.Slice}s; each is read with the reader that every command uses.
 *   <li>{@link org.newsgraph.cluster.Versions} keeps one of all that have the same id.
 *   <li>{@link org.newsgraph.export.report.Findings} has each article read that was not read
 *       before, some at a time; what a task has found is on disk when it ends. {@link
 *       org.newsgraph.cluster.Tries} remembers which articles ended the process that read them.
 *   <li>{@link org.newsgraph.cluster.Results} writes quads and tables.
 * </ol>
 *
 * <p>It may use every package of Newsgraph and holds nothing that these know: what is found in an
 * article and how it becomes triples is the same as everywhere.
 */
package org.newsgraph.cluster;
