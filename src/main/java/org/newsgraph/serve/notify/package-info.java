/**
 * Notifications about new statements: Atom feeds for any speaker, topic or search ({@link
 * org.newsgraph.serve.notify.AtomFeed}), and webhooks ({@link
 * org.newsgraph.serve.notify.Webhooks}), which post them to another server.
 */
package org.newsgraph.serve.notify;
