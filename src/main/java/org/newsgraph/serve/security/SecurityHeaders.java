package org.newsgraph.serve.security;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers that protect the users of every response.
 *
 * @param secure true to make browsers insist on TLS (HSTS)
 * @param pictures other origins from which pages may load images: {@code https://host}
 */
public record SecurityHeaders(boolean secure, List<String> pictures) {
  /** Content security policy: pages load resources from this server only, and allow no framing. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:%s; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  public SecurityHeaders {
    pictures = List.copyOf(pictures);
  }

  /** Returns the values of the headers by their names. */
  public Map<String, String> values() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(
        "Content-Security-Policy",
        POLICY.formatted(pictures.stream().map(" "::concat).collect(joining())));
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    if (secure) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }
}
