package org.newsgraph.serve.notify;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.serve.http.HttpError;

/**
 * The rule for the URLs of webhooks: public addresses, and hosts that the operator allows.
 *
 * @param hosts the allowed hosts, in lower case
 */
record WebhookUrlPolicy(Set<String> hosts) {
  WebhookUrlPolicy {
    hosts = Set.copyOf(hosts);
  }

  /**
   * Requires that messages may be sent to a URL.
   *
   * @throws HttpError if the URL is invalid or not allowed
   */
  void require(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw HttpError.badRequest("url must be an absolute http or https address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || !(scheme.equals("https") || scheme.equals("http"))) {
      throw HttpError.badRequest(
          "url must be an absolute http or https address without a login, such as"
              + " https://example.org/hook");
    }
    if (!hosts.contains(uri.getHost().toLowerCase(Locale.ROOT)) && !isPublic(uri.getHost())) {
      throw new HttpError(
          403,
          "webhooks to "
              + uri.getHost()
              + " are not allowed; start the server with --webhook-host to allow a host");
    }
  }

  private static boolean isPublic(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host.replaceAll("^\\[|\\]$", ""))) {
        if (!isPublic(address)) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean six = bytes.length == 16;
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean local = six && (first & 0xFE) == 0xFC;
    // Addresses such as 64:ff9b::/96 contain an IPv4 address.
    boolean mapped = six && first == 0 && second == 0x64;
    boolean shared =
        !six && (first == 0 || first >= 240 || (first == 100 && (second & 0xC0) == 64));
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || local
        || mapped
        || shared);
  }
}
