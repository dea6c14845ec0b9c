package org.newsgraph.serve.security;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.page.ErrorPage;

/**
 * What every answer has, and what none has: the headers that browsers and pages of other sites
 * need, and no inner words of the program. An answer that cannot be finished is broken off, so that
 * nobody takes it for whole.
 */
public final class ResponseFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Our pages use what comes from this server, no script from anywhere, and sit in no frame. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:%s; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final long mostBytes;
  private final boolean secure;
  private final String policy;

  /**
   * Sets the headers of every answer.
   *
   * @param mostBytes that an answer may have
   * @param secure whether browsers may insist on TLS from now on
   * @param pictures where pages may have pictures from besides: {@code https://host}
   */
  public ResponseFilter(long mostBytes, boolean secure, List<String> pictures) {
    this.mostBytes = mostBytes;
    this.secure = secure;
    this.policy = POLICY.formatted(pictures.stream().map(" "::concat).collect(joining()));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    // Any page may read what anyone may read; a browser never adds its login to such requests.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
    if (isPreflight(request)) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Accept, Content-Type, If-None-Match, Mcp-Session-Id, Mcp-Protocol-Version");
      response.setHeader("Access-Control-Max-Age", "86400");
      response.setStatus(204);
      return;
    }
    ErrorCapturingResponse guarded =
        new ErrorCapturingResponse(response, mostBytes, ErrorPage.isFor(request));
    try {
      chain.doFilter(request, guarded);
      guarded.tell((status, reason) -> ErrorPage.html(request, status, reason));
    } finally {
      guarded.reason().ifPresent(reason -> note(request, reason));
    }
    if (guarded.isTorn()) {
      // Jetty breaks the connection off, where it would else end the answer as if it were whole.
      throw new TornException();
    }
  }

  private static void note(HttpServletRequest request, String reason) {
    if (request.getAttribute(RequestAttributes.REASON) == null) {
      request.setAttribute(RequestAttributes.REASON, reason);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  /** Quiet: the access log tells of it. */
  static final class TornException extends IOException {
    private static final long serialVersionUID = 1L;

    TornException() {
      super("the answer could not be finished");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
