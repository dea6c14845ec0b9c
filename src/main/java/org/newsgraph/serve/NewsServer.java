package org.newsgraph.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.api.StatementSearch;
import org.newsgraph.serve.assist.Assistants;
import org.newsgraph.serve.explore.AddPage;
import org.newsgraph.serve.explore.ComparePage;
import org.newsgraph.serve.explore.CorrectForm;
import org.newsgraph.serve.explore.DeleteForm;
import org.newsgraph.serve.explore.Explorer;
import org.newsgraph.serve.explore.HomePage;
import org.newsgraph.serve.explore.SearchPage;
import org.newsgraph.serve.explore.StatementsFile;
import org.newsgraph.serve.explore.StatementsPage;
import org.newsgraph.serve.explore.Suggestions;
import org.newsgraph.serve.guard.AccessLog;
import org.newsgraph.serve.guard.Answers;
import org.newsgraph.serve.guard.Gate;
import org.newsgraph.serve.guard.Limits;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.http.Router;
import org.newsgraph.serve.linked.LinkedData;
import org.newsgraph.serve.linked.Things;
import org.newsgraph.serve.notify.AtomFeed;
import org.newsgraph.serve.notify.Webhooks;
import org.newsgraph.serve.page.Assets;
import org.newsgraph.serve.page.Login;
import org.newsgraph.serve.reconcile.Reconciliation;
import org.newsgraph.serve.sparql.Counts;
import org.newsgraph.serve.sparql.Descriptions;
import org.newsgraph.serve.sparql.Lookup;
import org.newsgraph.serve.sparql.SparqlCheck;
import org.newsgraph.serve.sparql.SparqlService;
import org.newsgraph.serve.tools.MapPage;
import org.newsgraph.serve.tools.NetworkData;
import org.newsgraph.serve.tools.NetworkPage;
import org.newsgraph.serve.tools.QueryCheck;
import org.newsgraph.serve.tools.QueryPage;
import org.newsgraph.serve.tools.TimelinePage;
import org.newsgraph.serve.tools.Vocabulary;
import org.newsgraph.store.NewsStore;

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

  /** Of this program, as its jar says. */
  private static final String VERSION =
      Objects.requireNonNullElse(
          NewsServer.class.getPackage().getImplementationVersion(), "unreleased");

  private final FusekiServer fuseki;
  private final ServerConnector connector;
  private final Settings settings;

  /** What was started, the last first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private NewsServer(NewsStore store, Settings settings, Optional<Editing> editing) {
    this.settings = settings;
    Counts counts = keep(new Counts(store));
    keep(new SelfCompaction(store));
    SparqlCheck check = new SparqlCheck(settings.services());
    Router router =
        new Router(routes(store, counts, check, settings, editing), settings.limits().mostBytes());
    FusekiServer.Builder builder =
        FusekiServer.create()
            .port(0)
            .numServerThreads(8, THREADS)
            .add(SparqlService.PATH, SparqlService.of(store, check, settings.timeout()))
            .addFilter("/*", new Answers(settings.mostBytes(), settings.tls().isPresent()))
            .addFilter("/*", new Limits(settings.limits()))
            .addFilter(
                "/*",
                new Gate(
                    settings.logins(),
                    settings.closed(),
                    settings.behindProxy(),
                    request -> access(request, router)))
            .addFilter("/*", new OursFirst(router))
            .enableMetrics(true)
            .addServlet(
                "/mcp", new Assistants(store, settings.timeout(), check, VERSION).servlet("/mcp"))
            .addServlet("/*", router);
    this.fuseki = builder.build();
    Server jetty = fuseki.getJettyServer();
    this.connector = Listener.of(jetty, settings);
    jetty.setConnectors(new Connector[] {connector});
    jetty.setHandler(new GracefulHandler(eager(zipped(jetty.getHandler()))));
    jetty.setStopTimeout(settings.timeout().toMillis() + GRACE_MILLIS);
    settings
        .log()
        .ifPresent(file -> jetty.setRequestLog(keep(new AccessLog(file, settings.slow()))));
  }

  /** All that is answered, SPARQL and metrics apart, which Fuseki does. */
  private List<Route> routes(
      NewsStore store,
      Counts counts,
      SparqlCheck check,
      Settings settings,
      Optional<Editing> editing) {
    Lookup lookup = new Lookup(store, settings.timeout());
    Explorer explorer = keep(new Explorer(lookup));
    AddPage add = new AddPage(explorer, editing.map(Editing::intake));
    Things things = new Things(lookup, explorer);
    Descriptions descriptions = new Descriptions(counts, store.iris());
    Webhooks webhooks =
        keep(new Webhooks(store, new StatementSearch(lookup), settings.hookHosts()));
    Upkeep upkeep = new Upkeep(store);
    Api api = new Api(lookup, editing.map(Editing::intake));
    Reconciliation reconciliation = new Reconciliation(lookup);
    return List.of(
        Route.get("/", new FrontPage(counts, new HomePage(explorer, counts))),
        Route.get("/assets/*", new Assets()),
        Route.edit("GET", "/login", new Login()),
        Route.get("/article/*", new LinkedData(things::article)),
        Route.get("/entity/*", new LinkedData(things::entity)),
        Route.get("/correction/*", new LinkedData(rest -> things.other("correction/", rest))),
        Route.get("/software/*", new LinkedData(rest -> things.other("software/", rest))),
        Route.get("/graph/*", new LinkedData(rest -> things.other("graph/", rest))),
        Route.get("/ontology*", new LinkedData(things::ontology)),
        Route.get(
            "/.well-known/void",
            request -> LinkedData.graph(descriptions.dataset(request.server()), request)),
        Route.get(
            "/news/sparql",
            request -> LinkedData.graph(descriptions.service(request.server()), request)),
        Route.get("/api", api::describe),
        Route.get("/api/search", api::search),
        Route.get("/api/statements", api::statements),
        Route.get("/api/entities/*", api::entity),
        Route.get("/api/articles/*", api::article),
        Route.edit("POST", "/api/articles", api::add),
        Route.edit("DELETE", "/api/articles/*", api::delete),
        Route.get("/feed.atom", new AtomFeed(new StatementSearch(lookup))),
        new Route(Set.of("GET"), "/api/webhooks", Access.EDIT, webhooks::list),
        Route.edit("POST", "/api/webhooks", webhooks::add),
        Route.edit("DELETE", "/api/webhooks/*", webhooks::delete),
        Route.get("/search", new SearchPage(explorer)),
        Route.get("/suggest", new Suggestions(explorer)),
        Route.get("/statements", new StatementsPage(explorer)),
        Route.get("/statements.csv", new StatementsFile(explorer, ".csv")),
        Route.get("/statements.json", new StatementsFile(explorer, ".json")),
        Route.get("/statements.ttl", new StatementsFile(explorer, ".ttl")),
        Route.get("/entity", explorer::entityInArticle),
        Route.edit("GET", "/add", add),
        Route.edit("POST", "/add", add),
        Route.edit("POST", "/article-delete", new DeleteForm(explorer)),
        Route.edit("POST", "/correct", new CorrectForm(explorer, editing.map(Editing::corrector))),
        Route.get("/compare", new ComparePage(explorer)),
        Route.get("/graph-view", new NetworkPage(lookup)),
        Route.get("/api/graph", new NetworkData(lookup)),
        Route.get("/map", new MapPage(lookup)),
        Route.get("/timeline", new TimelinePage(lookup)),
        Route.get("/query", new QueryPage(store.iris().base())),
        Route.get("/query/terms.json", new Vocabulary(counts)),
        Route.ask("/query/check", new QueryCheck(check)),
        Route.ask("/reconcile", reconciliation::service),
        Route.get("/reconcile/suggest/*", reconciliation::suggest),
        Route.get("/reconcile/flyout/*", reconciliation::flyout),
        Route.get("/reconcile/preview", reconciliation::preview),
        Route.get("/reconcile/properties", reconciliation::propose),
        new Route(Set.of("GET"), "/$/ping", Access.OPEN, upkeep::ping),
        Route.edit("POST", "/$/backup", upkeep::backup),
        Route.edit("POST", "/$/compact", upkeep::compact));
  }

  private static Access access(HttpServletRequest request, Router router) {
    String method = request.getMethod();
    String path = request.getRequestURI();
    boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(method);
    if (path.equals("/$/metrics")) {
      return Access.WATCH;
    }
    boolean asks =
        path.equals(SparqlService.PATH + "/" + SparqlService.QUERY) || path.equals("/mcp");
    if (asks && method.equals("POST")) {
      return Access.READ;
    }
    return router.access(method, path).orElse(reads ? Access.READ : Access.EDIT);
  }

  /** What is ours at an address that else is Fuseki's: the endpoint, asked nothing. */
  private static final class OursFirst extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient Router router;

    OursFirst(Router router) {
      this.router = router;
    }

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      boolean asksNothing =
          request.getQueryString() == null && Set.of("GET", "HEAD").contains(request.getMethod());
      if (request.getRequestURI().equals("/news/sparql") && asksNothing) {
        router.service(request, response);
      } else {
        chain.doFilter(request, response);
      }
    }
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
        inner,
        new EagerContentHandler.RetainedContentLoaderFactory(EAGER_BYTES, EAGER_OVERHEAD, false));
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
    NewsServer server = new NewsServer(store, settings, editing);
    try {
      server.fuseki.start();
    } catch (RuntimeException e) {
      server.close();
      throw refused(settings, e);
    }
    return server;
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
    fuseki.join();
  }

  /** Ends the server: no new requests are taken, and those under way are answered first. */
  @Override
  public void close() {
    fuseki.stop();
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
