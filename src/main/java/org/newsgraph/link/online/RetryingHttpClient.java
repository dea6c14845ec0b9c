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
 * Asks a service for JSON: one request after the other, at a pace; again, later and later, where
 * the service is busy, broken or silent; never more than it was told to.
 */
final class RetryingHttpClient {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<Integer> WORTH_A_TRY = Set.of(408, 425, 429, 500, 502, 503, 504);

  /** No network at all is not waited for as long as a service that is there and busy. */
  private static final Duration UNREACHED = Duration.ofSeconds(10);

  private final HttpClient http;
  private final RequestPolicy manners;
  private final WaitingClock time;
  private final RandomGenerator chance;
  private final Throttle pace;
  private boolean reached;
  private boolean givenUp;

  RetryingHttpClient(RequestPolicy manners, WaitingClock time, RandomGenerator chance) {
    this.manners = manners;
    this.time = time;
    this.chance = chance;
    pace = new Throttle(time, manners.apart());
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(manners.timeout())
            .build();
  }

  /** A try that failed, and how long the service asks to be left alone. */
  private static final class Failed extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Optional<Duration> wait;

    Failed(String message, Optional<Duration> wait) {
      super(message);
      this.wait = wait;
    }
  }

  /**
   * Asks until there is an answer.
   *
   * @throws KnowledgeBaseException where none came in all the time that we try, or the service says
   *     no; or the thread was asked to stop
   */
  synchronized <T> T ask(ServiceRequest request, ResponseParser<T> reply) {
    Instant start = time.now();
    for (int failures = 1; ; failures++) {
      try {
        T answer = reply.read(json(request));
        givenUp = false;
        return answer;
      } catch (LimitedBody.TooLarge e) {
        throw failure(request, e.getMessage() + ", and was not read", e);
      } catch (IOException e) {
        retry(request, e, failures, start);
      } catch (InterruptedException e) {
        throw stopped(request, e);
      }
    }
  }

  /** Waits for the next try, or gives up. */
  private void retry(ServiceRequest request, IOException e, int failures, Instant start) {
    Duration patience = patience(e);
    Duration wait = Backoff.after(failures, chance.nextDouble());
    if (e instanceof Failed failed && failed.wait.isPresent()) {
      wait = failed.wait.get().compareTo(wait) > 0 ? failed.wait.get() : wait;
    }
    Duration passed = Duration.between(start, time.now());
    if (passed.plus(wait).compareTo(patience) > 0) {
      givenUp = true;
      throw failure(
          request,
          e.getMessage()
              + (failures > 1 ? " (asked " + failures + " times in " + seconds(passed) + ")" : "")
              + (wait.compareTo(patience) > 0 ? "; try again in " + seconds(wait) : ""),
          e);
    }
    try {
      time.sleep(wait);
    } catch (InterruptedException stop) {
      throw stopped(request, stop);
    }
  }

  /** Who has been given up once is asked once more by each request, but not waited for. */
  private Duration patience(IOException e) {
    if (givenUp) {
      return Duration.ZERO;
    }
    boolean unreached = !reached && e.getCause() instanceof ConnectException;
    return unreached && UNREACHED.compareTo(manners.patience()) < 0
        ? UNREACHED
        : manners.patience();
  }

  private JsonNode json(ServiceRequest first) throws IOException, InterruptedException {
    ServiceRequest request = first;
    for (int hops = 0; ; hops++) {
      HttpResponse<byte[]> answer = send(request);
      if (Redirects.is(answer)) {
        request = Redirects.next(request, answer, hops);
        continue;
      }
      check(request, answer);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (type.startsWith("text/html")) {
        throw new IOException("the answer is a web page and no JSON");
      }
      try {
        JsonNode json = JSON.readTree(LimitedBody.unpacked(answer, manners.largest()));
        if (json.isMissingNode()) {
          throw new IOException("the answer is empty");
        }
        return json;
      } catch (JacksonException e) {
        throw new IOException("the answer is not JSON, or only the beginning of it", e);
      }
    }
  }

  private void check(ServiceRequest request, HttpResponse<byte[]> answer) throws IOException {
    int status = answer.statusCode();
    if (WORTH_A_TRY.contains(status)) {
      throw new Failed(
          "it answers with status " + status,
          answer.headers().firstValue("Retry-After").flatMap(it -> Backoff.asked(it, time.now())));
    }
    if (status / 100 != 2) {
      throw failure(request, "it answers with status " + status + hint(status), null);
    }
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> ": it lets us in only with a key, or not at all";
      case 404, 410 -> ": there is nothing at this address";
      default -> "";
    };
  }

  private HttpResponse<byte[]> send(ServiceRequest request)
      throws IOException, InterruptedException {
    pace.await();
    // The client's own time-out ends with the head of the answer.
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request
                .builder()
                .header("User-Agent", manners.agent())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .build(),
            LimitedBody.handler(manners.largest()));
    try {
      HttpResponse<byte[]> whole = answer.get(manners.timeout().toMillis(), TimeUnit.MILLISECONDS);
      reached = true;
      return whole;
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer within " + seconds(manners.timeout()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static IOException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof LimitedBody.TooLarge large) {
      return large;
    }
    return cause instanceof ConnectException
        ? new IOException("it cannot be reached: is there a network?", cause)
        : new IOException("the connection broke (" + cause.getMessage() + ")", cause);
  }

  private static KnowledgeBaseException stopped(ServiceRequest request, InterruptedException e) {
    Thread.currentThread().interrupt();
    return failure(request, "stopped while it was asked", e);
  }

  private static KnowledgeBaseException failure(
      ServiceRequest request, String what, Throwable cause) {
    return new KnowledgeBaseException(place(request.address()) + ": " + what, cause);
  }

  /** An address without what was asked there. */
  static String place(URI address) {
    // No user and password either.
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
