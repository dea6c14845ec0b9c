/**
 * The Reconciliation Service API, version 0.2, by which OpenRefine and others match the names in a
 * table with entities of the database. {@link org.newsgraph.serve.reconcile.Reconciliation} holds
 * its handlers, {@link org.newsgraph.serve.reconcile.Matcher} finds and scores candidates.
 */
package org.newsgraph.serve.reconcile;
