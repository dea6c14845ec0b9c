package org.newsgraph.link.online;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.newsgraph.link.KnowledgeBaseException;

/** Sends requests one at a time, at a limited rate, and follows redirects. Not thread-safe. */
public final class HttpSender {
  private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429, 500, 502, 503, 504);

  private final HttpClient http;
  private final RequestPolicy policy;
  private final WaitingClock time;
  private final Throttle throttle;
  private boolean reached;

  public HttpSender(RequestPolicy policy, WaitingClock time) {
    this.policy = policy;
    this.time = time;
    throttle = new Throttle(time, policy.minInterval());
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(policy.timeout())
            .build();
  }

  /** Tests whether the service has responded to any request. */
  boolean reached() {
    return reached;
  }

  /**
   * Sends a request and waits for the complete response; a body that is a stream is read later.
   *
   * @param headers further headers of the request
   * @param <B> type of the body
   * @return a response with a successful status
   * @throws IOException if the attempt failed, but a retry may succeed
   * @throws KnowledgeBaseException if the service refused the request
   */
  public <B> HttpResponse<B> send(
      ServiceRequest first, Map<String, String> headers, BodyHandler<B> body)
      throws IOException, InterruptedException {
    ServiceRequest request = first;
    for (int hops = 0; ; hops++) {
      HttpResponse<B> answer = sendOnce(request, headers, body);
      if (!Redirects.isRedirect(answer)) {
        check(request, answer);
        return answer;
      }
      request = Redirects.next(request, answer, hops);
    }
  }

  private <B> HttpResponse<B> sendOnce(
      ServiceRequest request, Map<String, String> headers, BodyHandler<B> body)
      throws IOException, InterruptedException {
    throttle.await();
    HttpRequest.Builder builder = request.httpRequest().header("User-Agent", policy.userAgent());
    headers.forEach(builder::header);
    // The client's own time-out covers only the headers of the response.
    CompletableFuture<HttpResponse<B>> answer = http.sendAsync(builder.build(), body);
    try {
      HttpResponse<B> response = answer.get(policy.timeout().toMillis(), TimeUnit.MILLISECONDS);
      reached = true;
      return response;
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no response within " + seconds(policy.timeout()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private void check(ServiceRequest request, HttpResponse<?> answer) throws IOException {
    int status = answer.statusCode();
    if (RETRYABLE.contains(status)) {
      throw new FailedAttemptException(
          status,
          answer
              .headers()
              .firstValue("Retry-After")
              .flatMap(it -> Backoff.parseRetryAfter(it, time.now())));
    }
    if (status / 100 != 2) {
      throw failure(
          request.address(), "the service responded with status " + status + hint(status), null);
    }
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> ": access denied; the service may require a key";
      case 404, 410 -> ": not found; check the address";
      default -> "";
    };
  }

  private static IOException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof LimitedBody.ResponseTooLargeException large) {
      return large;
    }
    return cause instanceof ConnectException
        ? new IOException("the service cannot be reached; check the network", cause)
        : new IOException("the connection failed (" + cause.getMessage() + ")", cause);
  }

  /** Returns an exception about a service, without the query, user and password of its address. */
  public static KnowledgeBaseException failure(URI address, String what, Throwable cause) {
    return new KnowledgeBaseException(withoutQuery(address) + ": " + what, cause);
  }

  /** Returns an address without its query, user and password, for messages. */
  public static String withoutQuery(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }

  static String seconds(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
