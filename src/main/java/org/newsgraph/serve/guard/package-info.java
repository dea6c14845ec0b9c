/**
 * Keeps the server safe in public: who may do what, how much and how fast, and what is noted of it.
 *
 * <p>Each request passes, in this order, {@link org.newsgraph.serve.guard.AccessLog} (outermost,
 * sees even what is no HTTP), {@link org.newsgraph.serve.guard.ResponseFilter} (headers, no inner
 * words, no half answers), {@link org.newsgraph.serve.guard.LoadLimitFilter} (rates, sizes, how
 * many at once) and {@link org.newsgraph.serve.guard.AuthFilter} (logins). {@code docs/security.md}
 * says what each defends against.
 */
package org.newsgraph.serve.guard;
