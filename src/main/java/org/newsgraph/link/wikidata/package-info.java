/**
 * Wikidata dumps become knowledge bases. A {@link org.newsgraph.link.wikidata.DumpSource} is a file
 * or a dump on a server.
 *
 * <p>A build has two phases, and each resumes after an interruption:
 *
 * <ol>
 *   <li>{@code ReadPhase} reads the dump once, on all cores. {@link
 *       org.newsgraph.link.wikidata.Chunks} divides it between items, {@link
 *       org.newsgraph.link.wikidata.DumpFormat} parses each chunk into {@link
 *       org.newsgraph.link.wikidata.DumpItem}s, and the {@link org.newsgraph.link.wikidata.Spool}
 *       stores these, less than a hundredth of the dump.
 *   <li>{@code IndexPhase} assigns types to the items and indexes them. The {@link
 *       org.newsgraph.link.wikidata.ClassHierarchy} is known only after all items are read.
 * </ol>
 *
 * <p>Begin with {@link org.newsgraph.link.wikidata.DumpBuild}.
 */
package org.newsgraph.link.wikidata;
