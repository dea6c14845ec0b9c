package org.newsgraph.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.newsgraph.serve.http.RequestAttributes;

/** Sends the refusals that the handlers of {@code serve.transport} have decided. */
public final class LoadLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /**
   * The limits.
   *
   * @param perSecond maximum average number of requests per second from one address; 0 for no limit
   * @param maxConcurrent maximum number of pages that are handled at the same time; of queries and
   *     of changes, half as many
   * @param maxWait maximum time that other requests wait
   * @param maxBytes maximum size of a request body, in bytes
   */
  public record Settings(int perSecond, int maxConcurrent, Duration maxWait, long maxBytes) {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<RequestRefusal> refusal = RequestRefusal.of(request);
    if (refusal.isPresent()) {
      int status = refusal.get().status();
      refuse(request, response, status, refusal.get().reason());
      refusal.get().headers().forEach(response::setHeader);
    } else {
      chain.doFilter(request, response);
    }
  }

  static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String message)
      throws IOException {
    request.setAttribute(RequestAttributes.REASON, message);
    response.sendError(status, message);
  }
}
