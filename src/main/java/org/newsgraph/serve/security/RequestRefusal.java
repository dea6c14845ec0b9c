package org.newsgraph.serve.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Attributes;

/**
 * A refusal that was decided before the request reached a database. {@link RefusalFilter} sends it,
 * so that it has the same headers and the same format as any other error.
 *
 * @param status the HTTP status, 400 to 599
 * @param reason a message for the client
 * @param headers additional headers of the response
 */
public record RequestRefusal(int status, String reason, Map<String, String> headers) {
  private static final String ATTRIBUTE = "newsgraph.refusal";

  public RequestRefusal {
    headers = Map.copyOf(headers);
  }

  public static RequestRefusal of(int status, String reason) {
    return new RequestRefusal(status, reason, Map.of());
  }

  /**
   * Returns a refusal that asks the client to repeat the request.
   *
   * @param seconds the time to wait before that
   */
  public static RequestRefusal retryAfter(int status, String reason, int seconds) {
    return new RequestRefusal(status, reason, Map.of("Retry-After", Integer.toString(seconds)));
  }

  /** Marks a request as refused. The first refusal of a request stands. */
  public void attachTo(Attributes request) {
    if (!isAttachedTo(request)) {
      request.setAttribute(ATTRIBUTE, this);
    }
  }

  /** Tests whether a request has been refused. */
  public static boolean isAttachedTo(Attributes request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  static Optional<RequestRefusal> of(HttpServletRequest request) {
    return Optional.ofNullable((RequestRefusal) request.getAttribute(ATTRIBUTE));
  }
}
