/**
 * Knowledge bases on the network: Wikidata, and any reconciliation service. Names go out, and
 * nothing else of an article.
 *
 * <p>{@link org.newsgraph.link.online.WikidataService} and {@link
 * org.newsgraph.link.online.ReconciliationService} are the two. Both ask through a {@link
 * org.newsgraph.link.online.RetryingHttpClient}, which keeps a pace and tries again where that may
 * help, and keep what they are told in an {@link org.newsgraph.link.online.ResponseCache}, so that
 * a run that was cut off goes on from there.
 */
package org.newsgraph.link.online;
