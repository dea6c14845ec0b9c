/**
 * To be told when somebody says something: an Atom feed for any speaker, topic or search ({@link
 * org.newsgraph.serve.notify.AtomFeed}), and webhooks ({@link
 * org.newsgraph.serve.notify.Webhooks}), which bring it to another server's door.
 */
package org.newsgraph.serve.notify;
