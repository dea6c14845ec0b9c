package org.newsgraph.serve.notify;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.serve.http.HttpError;

/** Where webhooks may go: to public addresses, and to hosts that the operator has named. */
record WebhookUrlPolicy(Set<String> hosts) {
  WebhookUrlPolicy {
    hosts = Set.copyOf(hosts);
  }

  /**
   * Makes sure that this is one of them.
   *
   * @throws HttpError where nothing may be sent there
   */
  void require(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw HttpError.bad("url is none");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || !(scheme.equals("https") || scheme.equals("http"))) {
      throw HttpError.bad("url must be like https://example.org/hook, without a login in it");
    }
    if (!hosts.contains(uri.getHost().toLowerCase(Locale.ROOT)) && !isPublic(uri.getHost())) {
      throw new HttpError(
          403,
          "webhooks may not go to " + uri.getHost() + "; --webhook-host allows a host by name");
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
    // 64:ff9b::/96 and the like hold an address of version 4.
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
