/** How TDB2's terms lie on disk. */
package org.newsgraph.store.terms;
