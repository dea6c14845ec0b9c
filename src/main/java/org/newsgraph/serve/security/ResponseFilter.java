package org.newsgraph.serve.security;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.newsgraph.serve.http.CanonicalPath;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.page.ErrorPage;

/**
 * Adds security headers to every response and hides internal error messages. The connection of a
 * truncated response is closed, so that the client does not take the response for complete.
 */
public final class ResponseFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Content security policy: pages load resources from this server only, and allow no framing. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:%s; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Paths for operators, whose responses pages of other sites may not read. */
  private static final String OPERATION = "/$/";

  private final long mostBytes;
  private final boolean secure;
  private final String policy;

  /**
   * Creates the filter of a server.
   *
   * @param mostBytes maximum size of a response, in bytes
   * @param secure true to make browsers insist on TLS (HSTS)
   * @param pictures other origins from which pages may load images: {@code https://host}
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
    boolean shared = !CanonicalPath.of(request).startsWith(OPERATION);
    response.setHeader("Cross-Origin-Resource-Policy", shared ? "cross-origin" : "same-origin");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (shared) {
      // Any site may read public responses: browsers do not add a login to such requests.
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
    }
    if (shared && isPreflight(request)) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
      response.setHeader(
          "Access-Control-Allow-Headers",
          "Accept, Content-Type, If-None-Match, Mcp-Session-Id, Mcp-Protocol-Version");
      response.setHeader("Access-Control-Max-Age", "86400");
      response.setStatus(204);
      return;
    }
    ErrorCapturingResponse guarded =
        new ErrorCapturingResponse(response, mostBytes, ErrorPage.isWantedBy(request));
    try {
      chain.doFilter(request, guarded);
      guarded.writeErrorPage((status, reason) -> ErrorPage.html(request, status, reason));
    } finally {
      guarded.reason().ifPresent(reason -> setReason(request, reason));
    }
    if (guarded.isTruncated()) {
      // Jetty then closes the connection; otherwise it would end the response as if it were
      // complete.
      throw new TornException();
    }
  }

  private static void setReason(HttpServletRequest request, String reason) {
    if (request.getAttribute(RequestAttributes.REASON) == null) {
      request.setAttribute(RequestAttributes.REASON, reason);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  /**
   * Thrown to close the connection of a truncated response. Not logged except in the access log.
   */
  static final class TornException extends IOException {
    private static final long serialVersionUID = 1L;

    TornException() {
      super("the response could not be completed");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
