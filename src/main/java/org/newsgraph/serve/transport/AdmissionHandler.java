package org.newsgraph.serve.transport;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.newsgraph.serve.security.ClientAddress;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.security.RequestRefusal;

/**
 * Refuses requests by their headers alone: foreign host names, too many requests from one client,
 * compressed bodies (a small one may expand to any size) and bodies that are too long.
 */
final class AdmissionHandler extends Handler.Wrapper {
  private final AcceptedHosts hosts;
  private final RateLimiter rates;
  private final long maxBytes;

  AdmissionHandler(Handler next, AcceptedHosts hosts, LoadLimits limits) {
    super(next);
    this.hosts = hosts;
    this.rates = new RateLimiter(limits.perSecond());
    this.maxBytes = limits.maxBytes();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (RequestClass.of(request) != RequestClass.HEALTH) {
      refusal(request).ifPresent(it -> it.attachTo(request));
    }
    return super.handle(request, response, callback);
  }

  private Optional<RequestRefusal> refusal(Request request) {
    if (namesForeignHost(request)) {
      return Optional.of(
          RequestRefusal.of(
              421,
              "this server does not answer to this host name;"
                  + " if the name is yours, start the server with --hosts and the name"));
    }
    if (!rates.allow(ClientAddress.of(Request.getRemoteAddr(request)), System.nanoTime())) {
      return Optional.of(
          RequestRefusal.retryAfter(429, "too many requests from your address; wait a moment", 1));
    }
    if (isCompressed(request)) {
      return Optional.of(
          RequestRefusal.of(
              415,
              "compressed requests are not supported; send the request without Content-Encoding"));
    }
    return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > maxBytes
        ? Optional.of(RequestBodyHandler.tooLong(maxBytes))
        : Optional.empty();
  }

  /** Tests whether the request names a host, in its header or its address, that is not ours. */
  private boolean namesForeignHost(Request request) {
    return Stream.concat(
            request.getHeaders().getValuesList(HttpHeader.HOST).stream(),
            Optional.ofNullable(request.getHttpURI().getAuthority()).stream())
        .anyMatch(host -> !host.isEmpty() && !hosts.accepts(host));
  }

  private static boolean isCompressed(Request request) {
    String coding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return coding != null && !coding.strip().equalsIgnoreCase("identity");
  }
}
