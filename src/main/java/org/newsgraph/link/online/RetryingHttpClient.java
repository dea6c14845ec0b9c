package org.newsgraph.link.online;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * An HTTP client for JSON services. Sends one request at a time, at a limited rate, and retries
 * with exponential backoff if the service is busy, fails or does not respond.
 */
final class RetryingHttpClient {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/json", "Accept-Encoding", "gzip");

  private final RequestPolicy policy;
  private final HttpSender sender;
  private final RetryLoop retries;

  RetryingHttpClient(RequestPolicy policy, WaitingClock time, RandomGenerator random) {
    this.policy = policy;
    sender = new HttpSender(policy, time);
    retries = new RetryLoop(sender, policy, time, random);
  }

  /**
   * Sends a request and retries it until a response can be parsed.
   *
   * @throws KnowledgeBaseException if no attempt succeeded in time, the service refused the
   *     request, or the thread was interrupted
   */
  synchronized <T> T ask(ServiceRequest request, ResponseParser<T> reply) {
    return retries.run(request.address(), () -> reply.read(json(request)));
  }

  private JsonNode json(ServiceRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        sender.send(request, HEADERS, LimitedBody.handler(policy.maxResponseBytes()));
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
