/**
 * Limits on the time and the memory that a request's queries and updates use.
 *
 * <ul>
 *   <li>A <em>budget</em> ({@link org.newsgraph.serve.sparql.budget.QueryBudget}) belongs to a
 *       request and its thread. It ends with a <em>cancel signal</em>, which Jena's iterators check
 *       as well.
 *   <li>The <em>watchdog</em> sets the signal when the time is over, or when the heap is nearly
 *       full and the request holds more of it than others.
 *   <li><em>Bounded</em> expressions, operators and graphs ({@link
 *       org.newsgraph.serve.sparql.budget.BoundedQueries}) replace those of Jena that can run long
 *       without checking the signal, or build very large values.
 * </ul>
 *
 * <pre>
 *   request ──► QueryBudget.open ──► Jena: rewrite (BoundedExpressions) ──► BoundedExecutor
 *                    ▲                                                        │
 *                    │ cancel signal                                check(), retain(bytes)
 *                Watchdog ◄── timer, HeapMonitor                              ▼
 *                                                          BudgetExceededException ──► 503 or 413
 * </pre>
 *
 * Begin reading with {@link org.newsgraph.serve.sparql.budget.QueryBudget}.
 */
package org.newsgraph.serve.sparql.budget;
