package org.newsgraph.link.online;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.newsgraph.link.KnowledgeBaseException;

/** Where a service sends us on to, and where we don't go. */
final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final int MOST = 5;

  private Redirects() {}

  static boolean is(HttpResponse<?> answer) {
    return STATUSES.contains(answer.statusCode());
  }

  /**
   * The request that follows: the same one elsewhere (nothing that we ask changes anything, so a
   * form may be sent again), or after "see other" a plain one.
   *
   * @param hops how many redirects have been followed for this request
   * @throws KnowledgeBaseException where there were too many, or it is no place for us
   */
  static ServiceRequest next(ServiceRequest request, HttpResponse<?> answer, int hops) {
    String from = RetryingHttpClient.place(request.address());
    String header = answer.headers().firstValue("Location").orElse("");
    if (hops >= MOST) {
      throw new KnowledgeBaseException(from + ": it sends us round in circles (redirects)");
    }
    URI to;
    try {
      to = request.address().resolve(header);
    } catch (IllegalArgumentException e) {
      throw new KnowledgeBaseException(from + ": it sends us to no address: " + header, e);
    }
    String scheme = String.valueOf(to.getScheme());
    boolean secure = request.address().getScheme().equalsIgnoreCase("https");
    boolean allowed =
        scheme.equalsIgnoreCase("https") || (scheme.equalsIgnoreCase("http") && !secure);
    if (header.isBlank() || !allowed || to.getHost() == null) {
      throw new KnowledgeBaseException(
          from + ": it sends us to \"" + header + "\", where we do not go");
    }
    return answer.statusCode() == 303 ? request.getting(to) : request.at(to);
  }
}
