package org.newsgraph.serve.notify;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The URL of a webhook with the addresses that its host has been resolved to. A connection is made
 * to one of these addresses, without another look-up: the owner of a name cannot direct it to
 * another address after the check (DNS rebinding).
 *
 * @param url an absolute URL with a host
 * @param addresses the checked addresses of the host, at least one
 */
record WebhookTarget(URI url, List<InetAddress> addresses) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  WebhookTarget {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no address of " + url);
    }
  }

  boolean isSecure() {
    return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
  }

  /** Returns the name or address of the host, without the brackets of an IPv6 address. */
  String host() {
    return url.getHost().replaceAll("^\\[|\\]$", "");
  }

  int port() {
    return url.getPort() > 0 ? url.getPort() : isSecure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** Returns the value of the Host header (RFC 9110, section 7.2). */
  String hostHeader() {
    return url.getHost() + (url.getPort() > 0 ? ":" + url.getPort() : "");
  }

  /** Returns the request target in origin form (RFC 9112, section 3.2.1). */
  String requestTarget() {
    URI ascii = URI.create(url.toASCIIString());
    String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }
}
