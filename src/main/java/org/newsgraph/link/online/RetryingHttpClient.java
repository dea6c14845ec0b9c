package org.newsgraph.link.online;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * An HTTP client for JSON services. Sends one request at a time, at a limited rate, and retries
 * with exponential backoff if the service is busy, fails or does not respond.
 */
final class RetryingHttpClient {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429, 500, 502, 503, 504);

  /** Maximum time for attempts if the service has never been reached, as without a network. */
  private static final Duration UNREACHED_PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final RequestPolicy policy;
  private final WaitingClock time;
  private final RandomGenerator random;
  private final Throttle throttle;
  private boolean reached;
  private boolean givenUp;

  RetryingHttpClient(RequestPolicy policy, WaitingClock time, RandomGenerator random) {
    this.policy = policy;
    this.time = time;
    this.random = random;
    throttle = new Throttle(time, policy.minInterval());
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(policy.timeout())
            .build();
  }

  /** Thrown if an attempt failed; has the waiting time that the service asked for. */
  private static final class FailedAttempt extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Optional<Duration> wait;

    FailedAttempt(String message, Optional<Duration> wait) {
      super(message);
      this.wait = wait;
    }
  }

  /**
   * Sends a request and retries it until a response can be parsed.
   *
   * @throws KnowledgeBaseException if no attempt succeeded in time, the service refused the
   *     request, or the thread was interrupted
   */
  synchronized <T> T ask(ServiceRequest request, ResponseParser<T> reply) {
    Instant start = time.now();
    for (int failures = 1; ; failures++) {
      try {
        T answer = reply.read(json(request));
        givenUp = false;
        return answer;
      } catch (LimitedBody.ResponseTooLargeException e) {
        throw failure(request, e.getMessage() + ", and was not read", e);
      } catch (IOException e) {
        retry(request, e, failures, start);
      } catch (InterruptedException e) {
        throw stopped(request, e);
      }
    }
  }

  /** Waits before the next attempt, or gives up. */
  private void retry(ServiceRequest request, IOException e, int failures, Instant start) {
    Duration patience = patience(e);
    Duration wait = Backoff.delay(failures, random.nextDouble());
    if (e instanceof FailedAttempt failed && failed.wait.isPresent()) {
      wait = failed.wait.get().compareTo(wait) > 0 ? failed.wait.get() : wait;
    }
    Duration passed = Duration.between(start, time.now());
    if (passed.plus(wait).compareTo(patience) > 0) {
      givenUp = true;
      throw failure(
          request,
          e.getMessage()
              + (failures > 1 ? " (" + failures + " attempts in " + seconds(passed) + ")" : "")
              + (wait.compareTo(patience) > 0 ? "; try again in " + seconds(wait) : ""),
          e);
    }
    try {
      time.sleep(wait);
    } catch (InterruptedException stop) {
      throw stopped(request, stop);
    }
  }

  /** Returns the time limit for retries. After a failure, later requests get a single attempt. */
  private Duration patience(IOException e) {
    if (givenUp) {
      return Duration.ZERO;
    }
    boolean unreached = !reached && e.getCause() instanceof ConnectException;
    return unreached && UNREACHED_PATIENCE.compareTo(policy.retryTimeout()) < 0
        ? UNREACHED_PATIENCE
        : policy.retryTimeout();
  }

  private JsonNode json(ServiceRequest first) throws IOException, InterruptedException {
    ServiceRequest request = first;
    for (int hops = 0; ; hops++) {
      HttpResponse<byte[]> answer = send(request);
      if (Redirects.isRedirect(answer)) {
        request = Redirects.next(request, answer, hops);
        continue;
      }
      check(request, answer);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (type.startsWith("text/html")) {
        throw new IOException("the response is a web page, not JSON");
      }
      try {
        JsonNode json = JSON.readTree(LimitedBody.decompressed(answer, policy.maxResponseBytes()));
        if (json.isMissingNode()) {
          throw new IOException("the response is empty");
        }
        return json;
      } catch (JacksonException e) {
        throw new IOException("the response is not JSON, or is truncated", e);
      }
    }
  }

  private void check(ServiceRequest request, HttpResponse<byte[]> answer) throws IOException {
    int status = answer.statusCode();
    if (RETRYABLE.contains(status)) {
      throw new FailedAttempt(
          "the service responded with status " + status,
          answer
              .headers()
              .firstValue("Retry-After")
              .flatMap(it -> Backoff.parseRetryAfter(it, time.now())));
    }
    if (status / 100 != 2) {
      throw failure(request, "the service responded with status " + status + hint(status), null);
    }
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> ": access denied; the service may require a key";
      case 404, 410 -> ": not found; check the address";
      default -> "";
    };
  }

  private HttpResponse<byte[]> send(ServiceRequest request)
      throws IOException, InterruptedException {
    throttle.await();
    // The client's own time-out covers only the headers of the response.
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request
                .httpRequest()
                .header("User-Agent", policy.userAgent())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .build(),
            LimitedBody.handler(policy.maxResponseBytes()));
    try {
      HttpResponse<byte[]> response =
          answer.get(policy.timeout().toMillis(), TimeUnit.MILLISECONDS);
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

  private static IOException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof LimitedBody.ResponseTooLargeException large) {
      return large;
    }
    return cause instanceof ConnectException
        ? new IOException("the service cannot be reached; check the network", cause)
        : new IOException("the connection failed (" + cause.getMessage() + ")", cause);
  }

  private static KnowledgeBaseException stopped(ServiceRequest request, InterruptedException e) {
    Thread.currentThread().interrupt();
    return failure(request, "the request was stopped", e);
  }

  private static KnowledgeBaseException failure(
      ServiceRequest request, String what, Throwable cause) {
    return new KnowledgeBaseException(withoutQuery(request.address()) + ": " + what, cause);
  }

  /** Returns an address without its query, user and password, for messages. */
  static String withoutQuery(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
