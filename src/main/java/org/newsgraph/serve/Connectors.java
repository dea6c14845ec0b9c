package org.newsgraph.serve;

import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.newsgraph.serve.transport.TrustedProxies;

/** Creates Jetty's connector: address, TLS, and timeouts for slow clients. */
final class Connectors {
  /** Maximum size of the request headers, in bytes; leaves room for a query in the address. */
  private static final int HEADER_BYTES = 64 << 10;

  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  /**
   * Size of the buffer in which the operating system keeps data that a client has not received, in
   * bytes. If the system chose the size, a slow client would have to take megabytes before the
   * server saw any progress. It limits a connection to about 1 MB per second at a distance of 100
   * ms.
   */
  private static final int SEND_BUFFER_BYTES = 128 << 10;

  private Connectors() {}

  static ServerConnector of(Server server, Settings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setMaxResponseHeaderSize(HEADER_BYTES);
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
      http.addCustomizer(new TrustedProxies(settings.proxies()));
    }
    ServerConnector connector =
        settings
            .tls()
            .map(tls -> secure(server, http, tls))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
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
