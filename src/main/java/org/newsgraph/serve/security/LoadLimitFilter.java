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

/** How much is taken from whom: rates, sizes, and how many are worked on at once. */
public final class LoadLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final Settings settings;
  private final transient RateLimiter rates;
  private final transient Semaphore places;

  /**
   * How much is much.
   *
   * @param perSecond how many requests one address may send, on average
   * @param atOnce how many requests are worked on at the same time
   * @param patience how long others wait for a place
   * @param mostBytes that a request may have
   */
  public record Settings(int perSecond, int atOnce, Duration patience, long mostBytes)
      implements java.io.Serializable {}

  public LoadLimitFilter(Settings settings) {
    this.settings = settings;
    this.rates = new RateLimiter(settings.perSecond());
    this.places = new Semaphore(settings.atOnce(), true);
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
    } else if (isPacked(request)) {
      refuse(request, response, 415, "send it as it is, without Content-Encoding");
    } else if (request.getContentLengthLong() > settings.mostBytes()) {
      refuse(
          request, response, 413, "the request is longer than " + settings.mostBytes() + " bytes");
    } else {
      inTurn(new LimitedRequest(request, settings.mostBytes()), response, chain);
    }
  }

  private static boolean isPacked(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    return coding != null && !coding.strip().equalsIgnoreCase("identity");
  }

  private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!take()) {
      response.setHeader("Retry-After", "10");
      refuse(request, response, 503, "the server is busy; try again in a moment");
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private boolean take() {
    try {
      return places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
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
