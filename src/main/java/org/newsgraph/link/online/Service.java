package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.newsgraph.link.KnowledgeBaseException;

/** A service on the network, and what it has answered so far. */
final class Service implements AutoCloseable {
  private final PoliteClient client;
  private final AnswerFile answers;
  private final Time time;

  private Service(PoliteClient client, AnswerFile answers, Time time) {
    this.client = client;
    this.answers = answers;
    this.time = time;
  }

  /**
   * With its answers in a file.
   *
   * @param fresh answers from before are asked for again
   */
  static Service open(Path file, Instant fresh, Manners manners, Time time) {
    return new Service(
        new PoliteClient(manners, time, RandomGenerator.getDefault()),
        AnswerFile.open(file, fresh),
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
  <T> T ask(Request request, Reply<T> reply) {
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
