/** What TDB2 does too slowly for databases of many articles, done otherwise. */
package org.newsgraph.store.tdb;
