package org.newsgraph.serve.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.newsgraph.serve.http.RequestAttributes;

/** Limits the load: request rate per address, size of requests, and concurrent requests. */
public final class LoadLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final Settings settings;
  private final transient RateLimiter rates;
  private final transient Semaphore permits;

  /**
   * The limits.
   *
   * @param perSecond maximum average number of requests per second from one address; 0 for no limit
   * @param maxConcurrent maximum number of requests that are handled at the same time
   * @param maxWait maximum time that other requests wait
   * @param maxBytes maximum size of a request body, in bytes
   */
  public record Settings(int perSecond, int maxConcurrent, Duration maxWait, long maxBytes)
      implements java.io.Serializable {}

  public LoadLimitFilter(Settings settings) {
    this.settings = settings;
    this.rates = new RateLimiter(settings.perSecond());
    this.permits = new Semaphore(settings.maxConcurrent(), true);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestURI().equals("/$/ping")) {
      chain.doFilter(request, response);
    } else if (!rates.allow(request.getRemoteAddr(), System.nanoTime())) {
      response.setHeader("Retry-After", "1");
      refuse(request, response, 429, "too many requests from your address; wait a moment");
    } else if (isCompressed(request)) {
      refuse(
          request,
          response,
          415,
          "compressed requests are not supported; send the request without Content-Encoding");
    } else if (request.getContentLengthLong() > settings.maxBytes()) {
      refuse(
          request, response, 413, "the request is longer than " + settings.maxBytes() + " bytes");
    } else {
      handleWithPermit(new LimitedRequest(request, settings.maxBytes()), response, chain);
    }
  }

  private static boolean isCompressed(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    return coding != null && !coding.strip().equalsIgnoreCase("identity");
  }

  private void handleWithPermit(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!acquirePermit()) {
      response.setHeader("Retry-After", "10");
      refuse(request, response, 503, "the server is busy; try again in a moment");
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      permits.release();
    }
  }

  private boolean acquirePermit() {
    try {
      return permits.tryAcquire(settings.maxWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String message)
      throws IOException {
    request.setAttribute(RequestAttributes.REASON, message);
    response.sendError(status, message);
  }
}
