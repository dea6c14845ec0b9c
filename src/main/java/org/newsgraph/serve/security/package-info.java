/**
 * Protects a public server: authentication, rate limits, response headers and the access log.
 *
 * <p>Each request passes four filters in this order: {@link org.newsgraph.serve.security.AccessLog}
 * (logs every request, even one that is not valid HTTP), {@link
 * org.newsgraph.serve.security.ResponseFilter} (adds security headers, hides internal errors, drops
 * truncated responses), {@link org.newsgraph.serve.security.LoadLimitFilter} (request rate by token
 * bucket, body size, concurrency) and {@link org.newsgraph.serve.security.AuthFilter} (logins).
 * {@code docs/security.md} states what each defends against.
 */
package org.newsgraph.serve.security;
