package org.newsgraph.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.api.StatementSearch;
import org.newsgraph.serve.explorer.AddPage;
import org.newsgraph.serve.explorer.ComparePage;
import org.newsgraph.serve.explorer.CorrectionHandler;
import org.newsgraph.serve.explorer.DeleteArticleHandler;
import org.newsgraph.serve.explorer.Explorer;
import org.newsgraph.serve.explorer.HomePage;
import org.newsgraph.serve.explorer.LinkChoicePage;
import org.newsgraph.serve.explorer.MapPage;
import org.newsgraph.serve.explorer.NetworkData;
import org.newsgraph.serve.explorer.NetworkPage;
import org.newsgraph.serve.explorer.QueryCheck;
import org.newsgraph.serve.explorer.QueryCompletions;
import org.newsgraph.serve.explorer.QueryPage;
import org.newsgraph.serve.explorer.SearchPage;
import org.newsgraph.serve.explorer.StatementDownload;
import org.newsgraph.serve.explorer.StatementsPage;
import org.newsgraph.serve.explorer.SuggestHandler;
import org.newsgraph.serve.explorer.TimelinePage;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.http.Router;
import org.newsgraph.serve.linkeddata.LinkedData;
import org.newsgraph.serve.linkeddata.ResourceResolver;
import org.newsgraph.serve.mcp.McpEndpoint;
import org.newsgraph.serve.notify.AtomFeed;
import org.newsgraph.serve.notify.Webhooks;
import org.newsgraph.serve.page.Assets;
import org.newsgraph.serve.page.Login;
import org.newsgraph.serve.reconcile.Reconciliation;
import org.newsgraph.serve.security.AuthFilter;
import org.newsgraph.serve.security.LoadLimitFilter;
import org.newsgraph.serve.security.ResponseFilter;
import org.newsgraph.serve.sparql.DatasetDescriptions;
import org.newsgraph.serve.sparql.SparqlPolicy;
import org.newsgraph.serve.sparql.SparqlRunner;
import org.newsgraph.serve.sparql.SparqlService;
import org.newsgraph.serve.sparql.StatisticsService;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that serves one database. It opens no port: {@link HotSwapHandler} passes requests to
 * it, and {@code close()} waits for those in flight.
 */
final class ServedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedDatabase.class);
  private static final int MAX_THREADS = 200;

  /** Maximum time that {@link #close} waits for requests in flight. */
  private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(5);

  /** Version of the program, from the manifest of its jar. */
  private static final String VERSION =
      Objects.requireNonNullElse(
          NewsServer.class.getPackage().getImplementationVersion(), "unreleased");

  private final NewsStore store;
  private final StatisticsService counts;
  private final FusekiServer fuseki;

  /** Requests in flight; this object itself is registered as well until it is closed. */
  private final Phaser inFlight = new Phaser(1);

  /** Resources to close, the last opened first. */
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  /**
   * Creates and starts the handlers of a database.
   *
   * @param limits the load limits, shared by all databases of the server
   */
  ServedDatabase(
      NewsStore store, Settings settings, LoadLimitFilter limits, Optional<Editing> editing) {
    this.store = store;
    this.counts = keep(new StatisticsService(store));
    SparqlPolicy check = new SparqlPolicy(settings.services());
    Explorer explorer =
        keep(new Explorer(new SparqlRunner(store, settings.timeout()), settings.pictures()));
    List<Route> routes = new ArrayList<>(routes(explorer, check, settings, editing));
    if (!store.isReadOnly()) {
      keep(new CompactionScheduler(store));
      routes.addAll(writingRoutes(store, settings));
    }
    Router router = new Router(routes, settings.limits().maxBytes());
    this.fuseki =
        FusekiServer.create()
            .port(0)
            .numServerThreads(2, MAX_THREADS)
            .add(SparqlService.PATH, SparqlService.of(store, check, settings.timeout()))
            .addFilter(
                "/*", new ResponseFilter(settings.maxResponseBytes(), settings.securityHeaders()))
            .addFilter("/*", limits)
            .addFilter(
                "/*",
                new AuthFilter(
                    settings.logins(),
                    settings.readingNeedsLogin(),
                    settings.behindProxy(),
                    store.isReadOnly(),
                    request -> access(request, router)))
            .addFilter("/*", new OursFirst(router))
            .enableMetrics(true)
            .addServlet(
                "/mcp", new McpEndpoint(store, settings.timeout(), check, VERSION).servlet())
            .addServlet("/*", router)
            .build();
    Server jetty = fuseki.getJettyServer();
    jetty.setConnectors(new Connector[] {new LocalConnector(jetty)});
    try {
      fuseki.start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    // Started last: counting would slow down the start of the server.
    counts.warmUp();
    explorer.warmUp();
  }

  NewsStore store() {
    return store;
  }

  /**
   * Opens the text index and counts the statistics, so that the first requests need not wait.
   *
   * @throws IllegalStateException if the database is damaged
   */
  void warmUp() throws InterruptedException {
    store.openTextIndex();
    counts.await();
  }

  /** Makes {@link #close} close the store as well. */
  ServedDatabase owningStore() {
    resources.addLast(store);
    return this;
  }

  /**
   * Registers a request, which must then be passed to {@link #handle}. Returns false if this
   * database has been closed.
   */
  boolean enter() {
    return inFlight.register() >= 0;
  }

  /** Handles a request that was registered by {@link #enter}. */
  boolean handle(Request request, Response response, Callback callback) throws Exception {
    AtomicBoolean registered = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (registered.getAndSet(false)) {
            inFlight.arriveAndDeregister();
          }
        };
    boolean taken = false;
    try {
      taken =
          fuseki
              .getJettyServer()
              .getHandler()
              .handle(request, response, Callback.from(callback, leave));
    } finally {
      if (!taken) {
        leave.run();
      }
    }
    return taken;
  }

  /** Returns all routes except SPARQL and metrics, which Fuseki serves. */
  private List<Route> routes(
      Explorer explorer, SparqlPolicy check, Settings settings, Optional<Editing> editing) {
    SparqlRunner lookup = new SparqlRunner(store, settings.timeout());
    AddPage add = new AddPage(explorer, editing.map(Editing::intake));
    ResourceResolver things = new ResourceResolver(lookup, explorer);
    DatasetDescriptions descriptions = new DatasetDescriptions(counts, store.iris());
    Api api = new Api(lookup, editing.map(Editing::intake));
    Reconciliation reconciliation = new Reconciliation(lookup);
    return List.of(
        Route.get("/", new RootHandler(counts, new HomePage(explorer, counts))),
        // Assets are public anyway, and the page that asks for a login needs them.
        new Route(Set.of("GET"), "/assets/*", Access.OPEN, new Assets()),
        Route.edit("GET", "/login", new Login()),
        Route.get("/article/*", new LinkedData(things::article)),
        Route.get("/entity/*", new LinkedData(things::entity)),
        Route.get("/correction/*", new LinkedData(rest -> things.other("correction/", rest))),
        Route.get("/software/*", new LinkedData(rest -> things.other("software/", rest))),
        Route.get("/graph/*", new LinkedData(rest -> things.other("graph/", rest))),
        Route.get("/ontology*", new LinkedData(things::ontology)),
        Route.get(
            "/.well-known/void",
            request -> LinkedData.graph(descriptions.dataset(request.baseUrl()), request)),
        Route.get(
            "/news/sparql",
            request -> LinkedData.graph(descriptions.service(request.baseUrl()), request)),
        Route.get("/api", api::describe),
        Route.get("/api/search", api::search),
        Route.get("/api/statements", api::statements),
        Route.get("/api/reports", api::reports),
        Route.get("/api/entities/*", api::entity),
        Route.get("/api/articles/*", api::article),
        Route.edit("POST", "/api/articles", api::add),
        Route.edit("DELETE", "/api/articles/*", api::delete),
        Route.get("/feed.atom", new AtomFeed(new StatementSearch(lookup))),
        Route.get("/search", new SearchPage(explorer)),
        Route.get("/suggest", new SuggestHandler(explorer)),
        Route.get("/statements", new StatementsPage(explorer)),
        Route.get("/statements.csv", new StatementDownload(explorer, ".csv")),
        Route.get("/statements.json", new StatementDownload(explorer, ".json")),
        Route.get("/statements.ttl", new StatementDownload(explorer, ".ttl")),
        Route.get("/entity", explorer::entityInArticle),
        Route.edit("GET", "/add", add),
        Route.edit("POST", "/add", add),
        Route.edit("POST", "/article-delete", new DeleteArticleHandler(explorer)),
        Route.edit(
            "POST", "/correct", new CorrectionHandler(explorer, editing.map(Editing::corrector))),
        Route.edit(
            "GET", "/correct/link", new LinkChoicePage(explorer, editing.map(Editing::corrector))),
        Route.get("/compare", new ComparePage(explorer)),
        Route.get("/graph-view", new NetworkPage(lookup, explorer::mostQuoted)),
        Route.get("/api/graph", new NetworkData(lookup)),
        Route.get("/map", new MapPage(lookup)),
        Route.get("/timeline", new TimelinePage(lookup, explorer::mostDiscussed)),
        Route.get("/query", new QueryPage(store.iris().base())),
        Route.get("/query/terms.json", new QueryCompletions(counts)),
        Route.query("/query/check", new QueryCheck(check)),
        Route.query("/reconcile", reconciliation::service),
        Route.get("/reconcile/suggest/*", reconciliation::suggest),
        Route.get("/reconcile/flyout/*", reconciliation::flyout),
        Route.get("/reconcile/preview", reconciliation::preview),
        Route.get("/reconcile/properties", reconciliation::propose),
        new Route(Set.of("GET"), "/$/ping", Access.OPEN, new AdminHandlers(store)::ping));
  }

  /** Returns the routes that need a writable database: webhooks, backup and compaction. */
  private List<Route> writingRoutes(NewsStore database, Settings settings) {
    Webhooks webhooks =
        keep(
            new Webhooks(
                database,
                new StatementSearch(new SparqlRunner(database, settings.timeout())),
                settings.webhookHosts()));
    AdminHandlers writingRoutes = new AdminHandlers(database);
    return List.of(
        new Route(Set.of("GET"), "/api/webhooks", Access.EDIT, webhooks::list),
        Route.edit("POST", "/api/webhooks", webhooks::add),
        Route.edit("DELETE", "/api/webhooks/*", webhooks::delete),
        Route.edit("POST", "/$/backup", writingRoutes::backup),
        Route.edit("POST", "/$/compact", writingRoutes::compact));
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

  /** Serves the description of the SPARQL endpoint if a request to it contains no query. */
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

  private <T extends AutoCloseable> T keep(T part) {
    resources.push(part);
    return part;
  }

  /** Refuses new requests, waits for those in flight, and closes all resources. */
  @Override
  public void close() {
    try {
      inFlight.awaitAdvanceInterruptibly(
          inFlight.arriveAndDeregister(), DRAIN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "{}: closed a response that the client had not read for {} minutes",
          store.folder(),
          DRAIN_TIMEOUT.toMinutes());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fuseki.stop();
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
