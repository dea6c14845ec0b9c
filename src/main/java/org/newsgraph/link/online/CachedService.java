package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.newsgraph.link.KnowledgeBaseException;

/** An HTTP service with a cache of its responses. */
final class CachedService implements AutoCloseable {
  private final RetryingHttpClient client;
  private final ResponseCache cache;
  private final WaitingClock time;

  private CachedService(RetryingHttpClient client, ResponseCache cache, WaitingClock time) {
    this.client = client;
    this.cache = cache;
    this.time = time;
  }

  /**
   * Opens a service whose responses are cached in a file.
   *
   * @param file cache file; created if missing
   * @param fresh time before which cached responses are out of date and requested again
   */
  static CachedService open(Path file, Instant fresh, RequestPolicy policy, WaitingClock time) {
    return new CachedService(
        new RetryingHttpClient(policy, time, RandomGenerator.getDefault()),
        ResponseCache.open(file, fresh),
        time);
  }

  /** Returns the cached response to a request, by its cache key. */
  Optional<JsonNode> cached(String question) {
    return cache.get(question);
  }

  void cache(String question, JsonNode answer) {
    cache.put(question, answer, time.now());
  }

  /**
   * Sends a request over the network.
   *
   * @throws KnowledgeBaseException if the request fails; the message states how many responses are
   *     cached and where
   */
  <T> T ask(ServiceRequest request, ResponseParser<T> reply) {
    try {
      return client.ask(request, reply);
    } catch (KnowledgeBaseException e) {
      throw new KnowledgeBaseException(
          e.getMessage()
              + ". The "
              + cache.size()
              + " responses so far are cached in "
              + cache.file()
              + "; run the same command again to resume.",
          e);
    }
  }

  @Override
  public void close() {
    cache.close();
  }
}
