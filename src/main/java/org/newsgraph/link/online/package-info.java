/**
 * Knowledge bases on the network: Wikidata and reconciliation services. Only names are sent,
 * nothing else of an article.
 *
 * <p>{@link org.newsgraph.link.online.WikidataService} uses Wikidata's API, {@link
 * org.newsgraph.link.online.ReconciliationService} any service of the Reconciliation Service API.
 * Both send requests through a {@link org.newsgraph.link.online.RetryingHttpClient}. Its {@link
 * org.newsgraph.link.online.HttpSender} limits the rate ({@code Throttle}), and its {@link
 * org.newsgraph.link.online.RetryLoop} retries with backoff and honours {@code Retry-After}; other
 * packages use these two as well. Responses are cached in a {@link
 * org.newsgraph.link.online.ResponseCache}, so that an interrupted run resumes.
 *
 * <p>Begin with {@link org.newsgraph.link.online.WikidataService}.
 */
package org.newsgraph.link.online;
