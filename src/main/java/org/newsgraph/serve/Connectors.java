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

/** Sets up how Jetty listens: where, with TLS or not, how long it waits for those who dawdle. */
final class Connectors {
  /** Room for a query in the address. */
  private static final int HEADER_BYTES = 64 << 10;

  private static final Duration IDLE = Duration.ofSeconds(30);

  /** Bytes a second; who sends less in the middle of a request is cut off. */
  private static final long SLOWEST = 50;

  private Connectors() {}

  static ServerConnector of(Server server, Settings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setMinRequestDataRate(SLOWEST);
    // An article's id may hold slashes and percent signs; no address here means a file.
    http.setUriCompliance(
        UriCompliance.RFC3986.with(
            "newsgraph",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
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
    connector.setIdleTimeout(IDLE.toMillis());
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
