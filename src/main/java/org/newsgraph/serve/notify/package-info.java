/**
 * Notifications about new statements: Atom feeds and webhooks.
 *
 * <p>{@link org.newsgraph.serve.notify.AtomFeed} serves a search as a feed. {@link
 * org.newsgraph.serve.notify.Webhooks} handles subscriptions to a search, whose new statements are
 * posted to a URL:
 *
 * <pre>
 *  Webhooks ────► WebhookRegistry ────► WebhookFile (webhooks.json)
 *     │ add            ▲ progress
 *     ▼                │
 *  WebhookUrlPolicy ◄── WebhookDeliveries ────► WebhookSender ────► receiver
 *     URL to addresses    one DeliverySchedule      a connection to a
 *     that are public     per webhook               checked address
 * </pre>
 *
 * <p>A <em>delivery</em> is one message with the next statements of a webhook. Delivery is <em>at
 * least once</em>: the registry stores which statements a receiver has confirmed, and everything
 * after these is sent again. The host of a URL is resolved and checked for every delivery, and the
 * connection is <em>pinned</em> to a checked address. Begin reading at {@link
 * org.newsgraph.serve.notify.WebhookDeliveries}.
 */
package org.newsgraph.serve.notify;
