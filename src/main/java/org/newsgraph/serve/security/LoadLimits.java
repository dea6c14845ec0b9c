package org.newsgraph.serve.security;

import java.time.Duration;

/**
 * The limits on the load of a server.
 *
 * @param perSecond maximum average number of requests per second from one address; 0 for no limit
 * @param maxConcurrent maximum number of pages that are handled at the same time; of queries and of
 *     changes, half as many
 * @param maxWait maximum time that other requests wait
 * @param maxBytes maximum size of a request body, in bytes
 */
public record LoadLimits(int perSecond, int maxConcurrent, Duration maxWait, long maxBytes) {}
