package org.newsgraph.serve.notify;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.serve.http.HttpError;

/**
 * The rule for the URLs of webhooks: hosts all of whose addresses are public, and hosts that the
 * operator allows.
 *
 * @param hosts the allowed hosts, in lower case
 */
record WebhookUrlPolicy(Set<String> hosts) {
  private static final int MAX_PORT = 65_535;

  /** An IPv4 address in the only spelling that all programs read alike: no octal numbers. */
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

  private static final String EXPECTED =
      "url must be an absolute http or https address without a login, such as"
          + " https://example.org/hook";

  WebhookUrlPolicy {
    hosts = Set.copyOf(hosts);
  }

  /**
   * Requires that messages may be sent to a URL, and resolves its host. May wait for a name server.
   *
   * @throws HttpError if the URL is invalid or not allowed
   */
  WebhookTarget resolve(String url) {
    URI uri = parse(url);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = host.replaceAll("^\\[|\\]$", "");
    List<InetAddress> addresses = addresses(bare);
    boolean allowed = hosts.contains(host) || hosts.contains(bare);
    if (!allowed && !addresses.stream().allMatch(WebhookUrlPolicy::isPublic)) {
      throw refused(host, "its address is not public");
    }
    return new WebhookTarget(uri, addresses);
  }

  private static URI parse(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw HttpError.badRequest(EXPECTED);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || !(scheme.equals("https") || scheme.equals("http"))) {
      throw HttpError.badRequest(EXPECTED);
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw HttpError.badRequest("the port in url must be a number from 1 to " + MAX_PORT);
    }
    requireUnambiguous(uri.getHost());
    return uri;
  }

  /** Requires that all programs take the host for the same name or address. */
  private static void requireUnambiguous(String host) {
    String last = host.substring(host.lastIndexOf('.', host.length() - 2) + 1);
    boolean numeric = !host.startsWith("[") && Character.digit(last.charAt(0), 10) >= 0;
    if (host.endsWith(".") || host.contains("%") || (numeric && !IPV4.matcher(host).matches())) {
      throw HttpError.badRequest(
          "the host in url must be a name, such as example.org, or an address, such as 192.0.2.1"
              + " or [2001:db8::1], without a dot at its end, a zone or leading zeros");
    }
  }

  private static List<InetAddress> addresses(String host) {
    try {
      return Arrays.asList(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw refused(host, "its address cannot be found");
    }
  }

  /** Tests whether an address is public and not one of this machine's own. */
  private static boolean isPublic(InetAddress address) {
    try {
      return PublicAddresses.contains(address)
          && NetworkInterface.getByInetAddress(address) == null;
    } catch (SocketException e) {
      return false;
    }
  }

  private static HttpError refused(String host, String reason) {
    return new HttpError(
        403,
        "webhooks to "
            + host
            + " are not allowed, since "
            + reason
            + "; start the server with --webhook-host to allow a host");
  }
}
