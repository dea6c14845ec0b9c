package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.newsgraph.link.KnowledgeBaseException;

/** A service on the network, and what it has answered so far. */
final class CachedService implements AutoCloseable {
  private final RetryingHttpClient client;
  private final ResponseCache answers;
  private final WaitingClock time;

  private CachedService(RetryingHttpClient client, ResponseCache answers, WaitingClock time) {
    this.client = client;
    this.answers = answers;
    this.time = time;
  }

  /**
   * With its answers in a file.
   *
   * @param fresh answers from before are asked for again
   */
  static CachedService open(Path file, Instant fresh, RequestPolicy manners, WaitingClock time) {
    return new CachedService(
        new RetryingHttpClient(manners, time, RandomGenerator.getDefault()),
        ResponseCache.open(file, fresh),
        time);
  }

  /** What is kept as the answer to a question. */
  Optional<JsonNode> kept(String question) {
    return answers.get(question);
  }

  void keep(String question, JsonNode answer) {
    answers.put(question, answer, time.now());
  }

  /**
   * Asks over the network.
   *
   * @throws KnowledgeBaseException where there is no answer; it says what is kept
   */
  <T> T ask(ServiceRequest request, ResponseParser<T> reply) {
    try {
      return client.ask(request, reply);
    } catch (KnowledgeBaseException e) {
      throw new KnowledgeBaseException(
          e.getMessage()
              + ". The "
              + answers.size()
              + " answers so far are kept in "
              + answers.file()
              + "; the same command goes on from there.",
          e);
    }
  }

  @Override
  public void close() {
    answers.close();
  }
}
