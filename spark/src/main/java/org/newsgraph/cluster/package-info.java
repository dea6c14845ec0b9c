/**
 * A build on Apache Spark, for more articles than one machine can process in time.
 *
 * <p>{@link org.newsgraph.cluster.Cluster} is the command, {@link org.newsgraph.cluster.Job} the
 * sequence of its steps:
 *
 * <ol>
 *   <li>{@link org.newsgraph.cluster.Inputs} finds the files and divides large ones into {@link
 *       org.newsgraph.cluster.Slice}s, which are read by the same readers as in a build.
 *   <li>{@link org.newsgraph.cluster.VersionSelector} keeps one version of the articles with the
 *       same id.
 *   <li>{@link org.newsgraph.cluster.FindingsStore} extracts the facts of each article that was not
 *       processed before, in chunks. The findings of a task are on disk when it ends. {@link
 *       org.newsgraph.cluster.AttemptLog} records articles whose process died.
 *   <li>{@link org.newsgraph.cluster.ResultWriter} writes quads and tables.
 * </ol>
 *
 * <p>May use every package of Newsgraph, and contains no logic of extraction or mapping, so that
 * the graph is the same as that of a build.
 */
package org.newsgraph.cluster;
