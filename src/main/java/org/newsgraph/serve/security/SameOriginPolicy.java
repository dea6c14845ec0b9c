package org.newsgraph.serve.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tests whether a page of another site sent a request. Browsers add a stored login to all requests
 * to a server, whichever page makes them (cross-site request forgery), but state the origin of that
 * page in at least one of three headers. Each of these that is present must name this server.
 * Programs such as curl send none of them and no login that they were not given.
 */
final class SameOriginPolicy {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private SameOriginPolicy() {}

  static boolean isCrossSite(HttpServletRequest request) {
    return !values(request, "Sec-Fetch-Site").stream().allMatch(OWN_SITES::contains)
        || !values(request, "Origin").stream().allMatch(it -> isOwn(it, request))
        || !values(request, "Referer").stream().allMatch(it -> isOwn(it, request));
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }

  private static boolean isOwn(String address, HttpServletRequest request) {
    try {
      URI uri = URI.create(address);
      String scheme = uri.getScheme();
      String host = request.getHeader("Host");
      return scheme != null
          && host != null
          && uri.getRawAuthority() != null
          && isOwnScheme(scheme, request)
          && withoutDefaultPort(uri.getRawAuthority()).equals(withoutDefaultPort(host));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Accepts TLS on a server without it: a proxy may add TLS and not report that. */
  private static boolean isOwnScheme(String scheme, HttpServletRequest request) {
    return scheme.equalsIgnoreCase("https")
        || (scheme.equalsIgnoreCase("http") && !request.isSecure());
  }

  private static String withoutDefaultPort(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
