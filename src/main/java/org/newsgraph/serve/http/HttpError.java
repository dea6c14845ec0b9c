package org.newsgraph.serve.http;

import java.util.Map;

/** A request is not answered; the message says why, to the person who asked. */
public final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> headers;

  public HttpError(int status, String message) {
    this(status, message, Map.of());
  }

  /**
   * Refuses with headers of its own.
   *
   * @param status of HTTP, from 400 to 599
   * @param headers that the answer must have besides
   */
  public HttpError(int status, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  public static HttpError notFound(String what) {
    return new HttpError(404, what + " is not here");
  }

  public static HttpError bad(String message) {
    return new HttpError(400, message);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
