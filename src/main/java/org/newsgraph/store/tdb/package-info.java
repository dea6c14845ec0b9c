/**
 * Patches of TDB2 for databases of many articles: a buffered node file, and a quad table whose
 * union queries skip duplicates. Begin with {@link org.newsgraph.store.tdb.Tdb2Patches}.
 */
package org.newsgraph.store.tdb;
