package org.newsgraph.serve.http;

import java.io.IOException;

/** Answers requests of one kind; called from many threads at once. */
@FunctionalInterface
public interface RouteHandler {
  /**
   * Answers one request.
   *
   * @throws HttpError where the request is at fault, or nothing is there
   */
  Reply answer(Request request) throws IOException;
}
