package org.newsgraph.serve.http;

import java.util.Map;

/** Ends a request with an error status. The message is sent to the client. */
public final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> headers;

  public HttpError(int status, String message) {
    this(status, message, Map.of());
  }

  /**
   * Creates an error with additional headers.
   *
   * @param status the HTTP status, 400 to 599
   * @param headers the additional headers of the response
   */
  public HttpError(int status, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  /**
   * Returns an error with status 404.
   *
   * @param what the path, or the kind and name of the missing resource
   */
  public static HttpError notFound(String what) {
    return new HttpError(404, "not found: " + what);
  }

  /** Returns an error with status 400. */
  public static HttpError badRequest(String message) {
    return new HttpError(400, message);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
