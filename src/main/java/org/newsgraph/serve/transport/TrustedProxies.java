package org.newsgraph.serve.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;
import org.newsgraph.serve.security.ClientAddress;

/**
 * The proxies whose description of the original request is trusted. Requests from other addresses
 * keep their own address, whatever their headers say. {@code ForwardedRequestCustomizer} of Jetty
 * trusts everyone and believes the first entry of each list, which the client can forge.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {
  /** The addresses of proxies on the same machine. */
  public static final Set<String> LOOPBACK = Set.of("127.0.0.0/8", "::1");

  private final InetAddressSet addresses = new InetAddressSet();

  /**
   * Creates the list of a server.
   *
   * @param addresses numeric addresses and networks: {@code 10.0.0.7}, {@code 10.0.0.0/24}, {@code
   *     fd00::/64}
   * @throws IllegalArgumentException if one of them is neither
   */
  public TrustedProxies(Collection<String> addresses) {
    for (String address : addresses) {
      add(address.strip());
    }
  }

  private void add(String address) {
    // A name is refused, since it can be resolved to another address at any time.
    if (ClientAddress.parse(address.replaceFirst("/\\d{1,3}$", "")).isEmpty()) {
      throw invalid(address, null);
    }
    try {
      addresses.add(address);
    } catch (IllegalArgumentException e) {
      throw invalid(address, e);
    }
  }

  private static IllegalArgumentException invalid(String address, Throwable cause) {
    return new IllegalArgumentException(
        "\"" + address + "\" is neither an IP address nor a network; write 10.0.0.7 or 10.0.0.0/24",
        cause);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    Forwarding forwarding = Forwarding.of(request.getHeaders());
    return !forwarding.isEmpty()
            && request.getConnectionMetaData().getRemoteSocketAddress()
                instanceof InetSocketAddress proxy
            && addresses.test(proxy.getAddress())
        ? new ForwardedRequest(request, forwarding, proxy.getPort())
        : request;
  }

  /** A request as the client sent it to the proxy. */
  private static final class ForwardedRequest extends Request.Wrapper {
    private final HttpURI uri;
    private final HttpFields headers;
    private final ConnectionMetaData connection;
    private final boolean secure;

    ForwardedRequest(Request request, Forwarding forwarding, int port) {
      super(request);
      HttpURI.Mutable address = HttpURI.build(request.getHttpURI());
      forwarding.scheme().ifPresent(address::scheme);
      forwarding
          .host()
          .map(ForwardedRequest::hostPort)
          .ifPresent(it -> address.authority(it.getHost(), it.getPort()));
      this.uri = address.asImmutable();
      this.headers =
          forwarding
              .host()
              .<HttpFields>map(
                  it -> HttpFields.build(request.getHeaders()).put(HttpHeader.HOST, it))
              .orElse(request.getHeaders());
      this.secure = forwarding.scheme().map(HttpScheme.HTTPS::is).orElseGet(request::isSecure);
      this.connection =
          forwarding
              .client()
              .<ConnectionMetaData>map(
                  client -> new ClientConnection(request.getConnectionMetaData(), client, port))
              .orElse(request.getConnectionMetaData());
    }

    /** Parses a host; an invalid one is refused later, by {@link AcceptedHosts}. */
    private static HostPort hostPort(String authority) {
      try {
        return new HostPort(authority);
      } catch (IllegalArgumentException e) {
        return new HostPort("invalid.", 0);
      }
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }

  /** The connection to a proxy, with the address of the client behind it. */
  private static final class ClientConnection extends ConnectionMetaData.Wrapper {
    private final InetSocketAddress client;

    ClientConnection(ConnectionMetaData connection, InetAddress client, int port) {
      super(connection);
      this.client = new InetSocketAddress(client, port);
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
      return client;
    }
  }
}
