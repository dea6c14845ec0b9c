/**
 * Protects a public server: refusals, authentication, response headers and the access log.
 *
 * <p>Each request passes four filters in this order: {@link org.newsgraph.serve.security.AccessLog}
 * (logs every request, even one that is not valid HTTP), {@link
 * org.newsgraph.serve.security.ResponseFilter} (adds security headers, hides internal errors, drops
 * truncated responses), {@link org.newsgraph.serve.security.RefusalFilter} (sends the refusals that
 * {@code serve.transport} has decided) and {@link org.newsgraph.serve.security.AuthFilter} (logins,
 * and requests that pages of other sites send). {@code docs/security.md} states what each defends
 * against.
 */
package org.newsgraph.serve.security;
