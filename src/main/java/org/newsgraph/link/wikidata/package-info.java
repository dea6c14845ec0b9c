/**
 * Dumps of Wikidata become knowledge bases.
 *
 * <p>{@link org.newsgraph.link.wikidata.DumpBuild} reads a dump once, on all cores: {@link
 * org.newsgraph.link.wikidata.Chunks} cuts it between items, {@link
 * org.newsgraph.link.wikidata.DumpFormat} turns each piece into {@link
 * org.newsgraph.link.wikidata.DumpItem}s, and the {@link org.newsgraph.link.wikidata.Spool} keeps
 * these, less than a hundredth of the dump. Only when all is read is it known which class belongs
 * to which ({@link org.newsgraph.link.wikidata.ClassHierarchy}); then the items get their types and
 * are indexed. Both halves go on where a run was ended.
 */
package org.newsgraph.link.wikidata;
