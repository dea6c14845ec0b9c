package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * A parser of responses.
 *
 * @param <T> type of the parsed response
 */
@FunctionalInterface
interface ResponseParser<T> {
  /**
   * Parses a response.
   *
   * @throws IOException if the response is invalid, but a retry may succeed
   * @throws org.newsgraph.link.KnowledgeBaseException if a retry would not help
   */
  T read(JsonNode answer) throws IOException;
}
