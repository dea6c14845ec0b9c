package org.newsgraph.serve;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.server.ServerConnector;
import org.newsgraph.store.NewsStore;

/**
 * Answers SPARQL over HTTP from a database, read-only.
 *
 * <pre>{@code
 * try (NewsServer server = NewsServer.start(store, new Settings("127.0.0.1", 3030, MINUTE))) {
 *   System.out.println(server.address());
 *   server.join();
 * }
 * }</pre>
 */
public final class NewsServer implements AutoCloseable {
  private final FusekiServer fuseki;
  private final String host;

  /**
   * Where and how to serve.
   *
   * @param host the name or address to listen on; 127.0.0.1 for this machine alone
   * @param port the port to listen on, or 0 for any free one
   * @param queryTimeout how long a query may take before it is ended
   */
  public record Settings(String host, int port, Duration queryTimeout) {}

  private NewsServer(FusekiServer fuseki, String host) {
    this.fuseki = fuseki;
    this.host = host;
  }

  /**
   * Starts to serve; the store stays the caller's to close, after the server.
   *
   * @throws ServeException where the port is taken, or the host is none of this machine's
   */
  public static NewsServer start(NewsStore store, Settings settings) {
    FusekiServer fuseki =
        FusekiServer.create()
            .port(settings.port())
            .add("/news", questions(store, settings.queryTimeout()))
            .addServlet("", new FrontPage(store))
            .enableCors(true)
            .build();
    listen(fuseki, settings.host());
    try {
      fuseki.start();
    } catch (RuntimeException e) {
      fuseki.stop();
      throw refused(settings, e);
    }
    return new NewsServer(fuseki, settings.host());
  }

  /**
   * Makes sure that a server could start, for those who have work to do before it does.
   *
   * @throws ServeException as {@link #start} would
   */
  public static void requireFree(Settings settings) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw refused(settings, e);
    }
  }

  /** One service: queries. None that writes is even there to be called. */
  private static DataService questions(NewsStore store, Duration timeout) {
    Context context = new Context();
    context.set(ARQ.queryTimeout, Long.toString(timeout.toMillis()));
    // Else anyone who may ask could make this machine send requests into its own network.
    context.set(ARQ.httpServiceAllowed, false);
    return DataService.newBuilder(store.dataset())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.Query)
                .endpointName("sparql")
                .context(context)
                .build())
        .build();
  }

  private static void listen(FusekiServer fuseki, String host) {
    Arrays.stream(fuseki.getJettyServer().getConnectors())
        .map(ServerConnector.class::cast)
        .forEach(connector -> connector.setHost(host));
  }

  private static ServeException refused(Settings settings, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && isTaken(cause)) {
        return new ServeException(
            "port "
                + settings.port()
                + " is in use; end what uses it, or choose another one with --port",
            e);
      }
      if (cause instanceof SocketException || cause instanceof UnresolvedAddressException) {
        return new ServeException(
            "cannot listen on "
                + settings.host()
                + " (not an address of this machine); leave --host out, or give 0.0.0.0 for all",
            e);
      }
    }
    return new ServeException("the server did not start: " + e.getMessage(), e);
  }

  private static boolean isTaken(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("in use");
  }

  /** Where the server answers, with a slash at its end: {@code http://127.0.0.1:3030/}. */
  public String address() {
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    String name = all ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + fuseki.getPort() + "/";
  }

  /** Waits until the server is closed. */
  public void join() {
    fuseki.join();
  }

  /** Ends the server; requests under way are broken off. */
  @Override
  public void close() {
    fuseki.stop();
  }
}
