package org.newsgraph.serve;

import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Creates Jetty's connector: address, TLS, and timeouts for slow clients. */
final class Connectors {
  /** Maximum size of the request headers, in bytes; leaves room for a query in the address. */
  private static final int HEADER_BYTES = 64 << 10;

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  /** Minimum rate of a request's data, in bytes per second; slower clients are disconnected. */
  private static final long MIN_BYTES_PER_SECOND = 50;

  private Connectors() {}

  static ServerConnector of(Server server, Settings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setMaxResponseHeaderSize(HEADER_BYTES);
    http.setMinRequestDataRate(MIN_BYTES_PER_SECOND);
    // Article ids may contain slashes, percent signs, backslashes and line breaks, and no address
    // refers to a file.
    http.setUriCompliance(
        UriCompliance.RFC3986.with(
            "newsgraph",
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
    if (settings.behindProxy()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    ServerConnector connector =
        settings
            .tls()
            .map(tls -> secure(server, http, tls))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    return connector;
  }

  private static ServerConnector secure(Server server, HttpConfiguration http, Settings.Tls tls) {
    SslContextFactory.Server keys = new SslContextFactory.Server();
    keys.setKeyStorePath(tls.keystore().toString());
    keys.setKeyStorePassword(tls.password());
    keys.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(http));
  }
}
