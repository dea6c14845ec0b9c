package org.newsgraph.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.newsgraph.serve.http.CanonicalPath;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.page.ErrorFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds security headers to every response and hides internal error messages. The connection of a
 * truncated response is closed, so that the client does not take the response for complete.
 */
public final class ResponseFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(ResponseFilter.class);

  /** Paths for operators, whose responses pages of other sites may not read. */
  private static final String OPERATION = "/$/";

  private final long mostBytes;
  private final transient Map<String, String> headers;

  /**
   * Creates the filter of a server.
   *
   * @param mostBytes maximum size of a response, in bytes
   * @param headers the headers of every response
   */
  public ResponseFilter(long mostBytes, SecurityHeaders headers) {
    this.mostBytes = mostBytes;
    this.headers = headers.values();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers.forEach(response::setHeader);
    boolean shared = !CanonicalPath.of(request).startsWith(OPERATION);
    if (shared) {
      // Any site may read public responses: browsers do not add a login to such requests.
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
    } else {
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
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
    ErrorFormat format = ErrorFormat.of(request);
    ErrorCapturingResponse guarded = new ErrorCapturingResponse(response, mostBytes, format);
    try {
      handle(request, guarded, chain);
      guarded.writeError((status, reason) -> format.render(request, status, reason));
    } finally {
      guarded.reason().ifPresent(reason -> setReason(request, reason));
    }
    if (guarded.isTruncated()) {
      // Jetty then closes the connection; otherwise it would end the response as if it were
      // complete.
      throw new TornException();
    }
  }

  /** Handles a request and reports all errors that handlers did not report by themselves. */
  private static void handle(
      HttpServletRequest request, ErrorCapturingResponse response, FilterChain chain)
      throws IOException {
    try {
      Optional<HttpError> malformed = RequestSyntax.problem(request);
      if (malformed.isPresent()) {
        response.sendError(malformed.get().status(), malformed.get().getMessage());
      } else {
        chain.doFilter(request, response);
      }
    } catch (TornException e) {
      throw e;
    } catch (HttpException.RuntimeException e) {
      response.sendError(e.getCode(), "the request is malformed");
    } catch (ServletException | RuntimeException | StackOverflowError e) {
      LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
      response.sendError(500, "");
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
