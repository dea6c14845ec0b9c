package org.newsgraph.link.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What to make of an answer.
 *
 * @param <T> what is in it
 */
@FunctionalInterface
interface ResponseParser<T> {
  /**
   * Takes out of an answer what was asked for.
   *
   * @throws IOException where it is none, but may be at the next try
   * @throws org.newsgraph.link.KnowledgeBaseException where it is none and never will be
   */
  T read(JsonNode answer) throws IOException;
}
