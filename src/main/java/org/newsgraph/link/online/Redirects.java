package org.newsgraph.link.online;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.newsgraph.link.KnowledgeBaseException;

/** Rules for following HTTP redirects. */
final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final int MAX_REDIRECTS = 5;

  private Redirects() {}

  static boolean isRedirect(HttpResponse<?> answer) {
    return STATUSES.contains(answer.statusCode());
  }

  /**
   * Returns the request to the target of a redirect: the same request (requests change nothing, so
   * a form may be sent again), or a GET request after status 303 (See Other).
   *
   * @param hops number of redirects followed so far for this request
   * @throws KnowledgeBaseException if there were too many redirects, or the target is not allowed
   */
  static ServiceRequest next(ServiceRequest request, HttpResponse<?> answer, int hops) {
    String from = HttpSender.withoutQuery(request.address());
    String header = answer.headers().firstValue("Location").orElse("");
    if (hops >= MAX_REDIRECTS) {
      throw new KnowledgeBaseException(from + ": the service redirects in circles or too often");
    }
    URI to;
    try {
      to = request.address().resolve(header);
    } catch (IllegalArgumentException e) {
      throw new KnowledgeBaseException(
          from + ": the service redirects to an invalid address: " + header, e);
    }
    String scheme = String.valueOf(to.getScheme());
    boolean secure = request.address().getScheme().equalsIgnoreCase("https");
    boolean allowed =
        scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && !secure);
    if (header.isBlank() || !allowed || to.getHost() == null) {
      throw new KnowledgeBaseException(
          from + ": the service redirects to \"" + header + "\", which is not allowed");
    }
    return answer.statusCode() == 303 ? request.asGet(to) : request.to(to);
  }
}
