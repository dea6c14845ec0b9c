package org.newsgraph.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.newsgraph.serve.http.RequestAttributes;

/** Sends the refusals that the handlers of {@code serve.transport} have decided. */
public final class RefusalFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

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
