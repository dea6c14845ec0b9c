package org.newsgraph.serve.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.newsgraph.serve.security.ClientAddress;

/**
 * The original request as the last proxy describes it. Proxies append to the lists in these
 * headers, so only the last entry comes from the proxy that sent the request, and all others may be
 * forged by the client.
 *
 * @param client the address of the client; empty if it is not stated as a numeric address
 * @param scheme {@code http} or {@code https}
 * @param host the host and perhaps the port that the client used, not validated
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239, Forwarded HTTP Extension</a>
 */
record Forwarding(Optional<InetAddress> client, Optional<String> scheme, Optional<String> host) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * Reads the headers of a request. {@code Forwarded} counts only if there is none of the headers
   * {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}: a proxy that sets these passes on
   * the {@code Forwarded} that the client sent.
   */
  static Forwarding of(HttpFields headers) {
    Optional<String> client = last(headers, HttpHeader.X_FORWARDED_FOR);
    Optional<String> scheme = last(headers, HttpHeader.X_FORWARDED_PROTO);
    Optional<String> host = last(headers, HttpHeader.X_FORWARDED_HOST);
    if (client.isEmpty() && scheme.isEmpty() && host.isEmpty()) {
      Map<String, String> parameters = parameters(last(headers, HttpHeader.FORWARDED).orElse(""));
      client = Optional.ofNullable(parameters.get("for"));
      scheme = Optional.ofNullable(parameters.get("proto"));
      host = Optional.ofNullable(parameters.get("host"));
    }
    return new Forwarding(
        client.map(Forwarding::withoutPort).flatMap(ClientAddress::parse),
        scheme.map(it -> it.toLowerCase(Locale.ROOT)).filter(SCHEMES::contains),
        host);
  }

  boolean isEmpty() {
    return client.isEmpty() && scheme.isEmpty() && host.isEmpty();
  }

  private static Optional<String> last(HttpFields headers, HttpHeader name) {
    List<String> values = headers.getCSV(name, true);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(values.size() - 1).strip()).filter(it -> !it.isEmpty());
  }

  /** Parses {@code for=203.0.113.5;proto=https;host="news.example.org"}. */
  private static Map<String, String> parameters(String element) {
    Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String pair : element.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1).strip();
        parameters.put(pair.substring(0, equals).strip(), value.replaceAll("^\"|\"$", ""));
      }
    }
    return parameters;
  }

  private static String withoutPort(String node) {
    return node.matches("\\[.*]:\\d+|[^:]*:\\d+") ? node.replaceFirst(":\\d+$", "") : node;
  }
}
