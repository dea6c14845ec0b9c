package org.newsgraph.serve.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Attributes;

/**
 * The requests that took so long that they are expected to do so again. A request is recognised by
 * its path, its parameters and its body.
 */
final class HeavyRequests {
  private static final String BODY_DIGEST = "newsgraph.body-digest";
  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MAX_REQUESTS = 10_000;

  private final Duration threshold;
  private final Cache<String, Boolean> digests =
      Caffeine.newBuilder().maximumSize(MAX_REQUESTS).expireAfterWrite(MEMORY).build();

  /**
   * Creates an empty record.
   *
   * @param threshold the duration from which a request is heavy
   */
  HeavyRequests(Duration threshold) {
    this.threshold = threshold;
  }

  /** Marks a request with the digest of its body. */
  static void setBodyDigest(Attributes request, byte[] digest) {
    request.setAttribute(BODY_DIGEST, digest);
  }

  /** Tests whether an equal request was heavy within the last ten minutes. */
  boolean contains(Request request) {
    return digests.estimatedSize() > 0 && digests.getIfPresent(digest(request)) != null;
  }

  /** Records how long it took to handle a request. */
  void record(Request request, Duration taken) {
    if (taken.compareTo(threshold) >= 0) {
      digests.put(digest(request), true);
    }
  }

  private static String digest(Request request) {
    var digest = DigestUtils.getSha256Digest();
    if (request.getAttribute(BODY_DIGEST) instanceof byte[] body) {
      digest.update(body);
    }
    return DigestUtils.sha256Hex(
        DigestUtils.updateDigest(digest, request.getHttpURI().getPathQuery()).digest());
  }
}
