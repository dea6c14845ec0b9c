package org.newsgraph.serve;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.security.AccessLog;
import org.newsgraph.serve.security.BasicCredentials;
import org.newsgraph.serve.transport.AcceptedHosts;
import org.newsgraph.serve.transport.TransportHandlers;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server for a database.
 *
 * <pre>{@code
 * try (NewsServer server = NewsServer.start(store, Settings.of("127.0.0.1", 3030))) {
 *   System.out.println(server.address());
 *   server.join();
 * }
 * }</pre>
 */
public final class NewsServer implements AutoCloseable {
  /** Time that running requests get to end when the server stops, in addition to their timeout. */
  private static final long GRACE_MILLIS = 5_000;

  /** Maximum number of threads that handle requests. */
  static final int MAX_THREADS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(NewsServer.class);

  private final Server jetty;
  private final ServerConnector connector;
  private final Settings settings;
  private final HotSwapHandler current;

  private final ResourceStack resources = new ResourceStack();

  private NewsServer(Settings settings, ServedDatabase first) {
    this.settings = settings;
    this.current = resources.push(new HotSwapHandler(first));
    this.jetty = new Server(new QueuedThreadPool(MAX_THREADS));
    this.connector = Connectors.of(jetty, settings);
    jetty.setConnectors(new Connector[] {connector});
    jetty.setErrorHandler(new ConnectionErrorHandler(settings.securityHeaders().values()));
    jetty.setHandler(new GracefulHandler(transport(compressed(current), first)));
    jetty.setStopTimeout(settings.timeout().toMillis() + GRACE_MILLIS);
    settings
        .log()
        .ifPresent(
            file ->
                jetty.setRequestLog(resources.push(new AccessLog(file, settings.slowThreshold()))));
  }

  /**
   * Compresses responses. Requests are not decompressed, since a small request may expand to any
   * size.
   */
  private static Handler compressed(Handler inner) {
    CompressionHandler zip = new CompressionHandler(inner);
    zip.putCompression(new GzipCompression());
    zip.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMethod("POST")
            .compressExcludeMimeType("text/event-stream")
            .decompressIncludeMethod("NONE")
            .build());
    return zip;
  }

  private Handler transport(Handler inner, ServedDatabase first) {
    Set<String> names = new HashSet<>(settings.hosts());
    Optional.ofNullable(URI.create(first.store().iris().base()).getHost()).ifPresent(names::add);
    return TransportHandlers.before(
        inner,
        new AcceptedHosts(settings.host(), names),
        settings.limits(),
        settings.transfers(),
        settings.timeout(),
        this::verifiesPassword);
  }

  /** Tests whether a request has a login whose slow hash is not cached. */
  private boolean verifiesPassword(Request request) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return header != null
        && settings.logins().isPresent()
        && BasicCredentials.parse(header)
            .filter(login -> !settings.logins().get().isCached(login))
            .isPresent();
  }

  /**
   * Starts a read-only server. The caller must close the store after the server.
   *
   * @throws ServeException if the port is in use or the host is not an address of this machine
   */
  public static NewsServer start(NewsStore store, Settings settings) {
    return start(store, settings, Optional.empty());
  }

  /**
   * Starts a server that accepts articles and corrections. The caller must close the store after
   * the server.
   *
   * @param editing handles the articles and corrections that editors send
   * @throws ServeException if the port is in use or the host is not an address of this machine
   */
  public static NewsServer start(NewsStore store, Settings settings, Optional<Editing> editing) {
    return new NewsServer(settings, new ServedDatabase(store, settings, editing)).startJetty();
  }

  /**
   * Starts a replica: a server of a read-only copy that switches to another copy when one is
   * chosen. The next copy is opened while the previous one is still served; it takes over when it
   * is ready. If it cannot be opened, the previous copy stays.
   *
   * @param told receives a sentence about each switch and each copy that cannot be served
   * @throws ServeException as {@link #start(NewsStore, Settings)} does
   * @throws org.newsgraph.store.StoreException if no copy can be opened
   */
  public static NewsServer startReplica(
      ActiveReplica copies, Settings settings, Consumer<String> told) {
    ReplicaWatcher replica =
        new ReplicaWatcher(
            copies,
            store -> new ServedDatabase(store, settings, Optional.empty()).owningStore(),
            told);
    NewsServer server = new NewsServer(settings, replica.first());
    server.resources.push(replica);
    replica.follow(server.current);
    return server.startJetty();
  }

  private NewsServer startJetty() {
    try {
      jetty.start();
      return this;
    } catch (Exception e) {
      close();
      throw startFailure(settings, e);
    }
  }

  /**
   * Checks that the address is free, for callers who have work to do before they start the server.
   *
   * @throws ServeException if {@link #start} would throw it
   */
  public static void requirePortFree(Settings settings) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw startFailure(settings, e);
    }
  }

  private static ServeException startFailure(Settings settings, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && isTaken(cause)) {
        return new ServeException(
            "port "
                + settings.port()
                + " is in use; stop the program that uses it, or choose another port with --port",
            e);
      }
      if (cause instanceof SocketException || cause instanceof UnresolvedAddressException) {
        return new ServeException(
            "cannot listen on "
                + settings.host()
                + " (not an address of this machine); omit --host, or use 0.0.0.0 for all addresses",
            e);
      }
    }
    Optional<Settings.Tls> tls = settings.tls();
    return new ServeException(
        tls.isPresent()
            ? tls.get().keystore()
                + ": cannot start with this keystore ("
                + e.getMessage()
                + "); check the file and its password"
            : "the server did not start: " + e.getMessage(),
        e);
  }

  private static boolean isTaken(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("in use");
  }

  /** Returns the address of the server, with a slash at its end: {@code http://127.0.0.1:3030/}. */
  public String address() {
    String host = settings.host();
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    String name = all ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    String scheme = settings.tls().isPresent() ? "https" : "http";
    return scheme + "://" + name + ":" + connector.getLocalPort() + "/";
  }

  /** Returns all routes except those of SPARQL, MCP and metrics. */
  List<Route> routes() {
    return current.current().routes();
  }

  /** Waits until the server is closed. */
  public void join() {
    try {
      jetty.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the server. New requests are refused, and running ones are completed first. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (TimeoutException e) {
      LOG.warn("cancelled requests that had not ended in time");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    resources.close();
  }
}
