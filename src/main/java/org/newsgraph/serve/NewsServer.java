package org.newsgraph.serve;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.security.AccessLog;
import org.newsgraph.serve.security.LoadLimitFilter;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers over HTTP from a database.
 *
 * <pre>{@code
 * try (NewsServer server = NewsServer.start(store, Settings.of("127.0.0.1", 3030))) {
 *   System.out.println(server.address());
 *   server.join();
 * }
 * }</pre>
 */
public final class NewsServer implements AutoCloseable {
  /**
   * How long requests under way may take to end when the server is stopped, beyond their own time.
   */
  private static final long GRACE_MILLIS = 5_000;

  /** A body up to this many bytes is taken in before a thread has to care for its request. */
  private static final long EAGER_BYTES = 1 << 20;

  private static final int EAGER_OVERHEAD = 16;
  private static final int THREADS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(NewsServer.class);

  private final Server jetty;
  private final ServerConnector connector;
  private final Settings settings;
  private final HotSwapHandler current;

  /** What was started, the last first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private NewsServer(Settings settings, ServedDatabase first) {
    this.settings = settings;
    this.current = keep(new HotSwapHandler(first));
    this.jetty = new Server(new QueuedThreadPool(THREADS));
    this.connector = Connectors.of(jetty, settings);
    jetty.setConnectors(new Connector[] {connector});
    jetty.setErrorHandler(first.errors());
    jetty.setHandler(new GracefulHandler(eager(zipped(current))));
    jetty.setStopTimeout(settings.timeout().toMillis() + GRACE_MILLIS);
    settings
        .log()
        .ifPresent(file -> jetty.setRequestLog(keep(new AccessLog(file, settings.slow()))));
  }

  /**
   * Answers are compressed; requests stay as they come, since a small one may unpack to anything.
   */
  private static Handler zipped(Handler inner) {
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

  private static Handler eager(Handler inner) {
    return new EagerContentHandler(
        new Failing(inner),
        new EagerContentHandler.RetainedContentLoaderFactory(EAGER_BYTES, EAGER_OVERHEAD, false));
  }

  /**
   * Tells of an answer that failed. For a request with a body, Jetty's loader hears only what its
   * request is told: without this, the request would never end, nor the server while it waits.
   */
  private static final class Failing extends Handler.Wrapper {
    Failing(Handler inner) {
      super(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      boolean loaded = callback == request;
      return super.handle(
          request, response, loaded ? Callback.from(callback::succeeded, request::fail) : callback);
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /**
   * Starts to serve; the store stays the caller's to close, after the server.
   *
   * @throws ServeException where the port is taken, or the host is none of this machine's
   */
  public static NewsServer start(NewsStore store, Settings settings) {
    return start(store, settings, Optional.empty());
  }

  /**
   * The same, of a server that takes articles and corrections.
   *
   * @param editing what becomes of what an editor sends
   */
  public static NewsServer start(NewsStore store, Settings settings, Optional<Editing> editing) {
    return new NewsServer(
            settings,
            new ServedDatabase(store, settings, new LoadLimitFilter(settings.limits()), editing))
        .started();
  }

  /**
   * Starts to serve a copy of a database, and to look now and then which copy that should be.
   * Another one is opened while the last one goes on; when it is ready, it answers whoever asks
   * from then on. One that cannot be opened changes nothing.
   *
   * @param told of each other copy, and of what is wrong with it, in a sentence
   * @throws ServeException as {@link #start(NewsStore, Settings)} does
   * @throws org.newsgraph.store.StoreException where there is no copy that can be opened
   */
  public static NewsServer startReplica(
      ActiveReplica copies, Settings settings, Consumer<String> told) {
    LoadLimitFilter limits = new LoadLimitFilter(settings.limits());
    ReplicaWatcher replica =
        new ReplicaWatcher(
            copies,
            store ->
                new ServedDatabase(store, settings, limits, Optional.empty()).owningItsDatabase(),
            told);
    NewsServer server = new NewsServer(settings, replica.first());
    server.keep(replica);
    replica.follow(server.current);
    return server.started();
  }

  private NewsServer started() {
    try {
      jetty.start();
      return this;
    } catch (Exception e) {
      close();
      throw refused(settings, e);
    }
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
    Optional<Settings.Tls> tls = settings.tls();
    return new ServeException(
        tls.isPresent()
            ? tls.get().keystore()
                + ": the server did not start with this keystore ("
                + e.getMessage()
                + "); is it one, and is its password right?"
            : "the server did not start: " + e.getMessage(),
        e);
  }

  private static boolean isTaken(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("in use");
  }

  /** Where the server answers, with a slash at its end: {@code http://127.0.0.1:3030/}. */
  public String address() {
    String host = settings.host();
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    String name = all ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    String scheme = settings.tls().isPresent() ? "https" : "http";
    return scheme + "://" + name + ":" + connector.getLocalPort() + "/";
  }

  /** Waits until the server is closed. */
  public void join() {
    try {
      jetty.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the server: no new requests are taken, and those under way are answered first. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (TimeoutException e) {
      LOG.warn("requests that did not end were broken off");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
