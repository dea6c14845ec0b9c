package org.newsgraph.serve.http;

import java.io.IOException;

/** Handles the requests of a route. Must be thread-safe. */
@FunctionalInterface
public interface RouteHandler {
  /**
   * Handles a request.
   *
   * @throws HttpError if the request is invalid or the resource does not exist
   */
  Reply handle(Request request) throws IOException;
}
