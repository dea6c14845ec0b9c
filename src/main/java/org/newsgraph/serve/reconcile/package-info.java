/**
 * The Reconciliation Service API, version 0.2, by which OpenRefine and others match the names in a
 * table with our entities. {@link org.newsgraph.serve.reconcile.Reconciliation} holds its handlers,
 * {@link org.newsgraph.serve.reconcile.Matcher} finds candidates and says how like they are.
 */
package org.newsgraph.serve.reconcile;
