package org.newsgraph.serve;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statistics.StatisticsService;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.explorer.Explorer;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.http.Router;
import org.newsgraph.serve.mcp.McpEndpoint;
import org.newsgraph.serve.notify.Webhooks;
import org.newsgraph.serve.security.AuthFilter;
import org.newsgraph.serve.security.RefusalFilter;
import org.newsgraph.serve.security.ResponseFilter;
import org.newsgraph.serve.sparql.SparqlPolicy;
import org.newsgraph.serve.sparql.SparqlService;
import org.newsgraph.serve.sparql.budget.QueryBudget;
import org.newsgraph.serve.sparql.budget.RequestLimits;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that serves one database. It opens no port: {@link HotSwapHandler} passes requests to
 * it, and {@code close()} waits for those in flight.
 */
final class ServedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedDatabase.class);

  /** Maximum time that {@link #close} waits for requests in flight. */
  private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(5);

  /** Version of the program, from the manifest of its jar. */
  private static final String VERSION =
      Objects.requireNonNullElse(
          NewsServer.class.getPackage().getImplementationVersion(), "unreleased");

  private final NewsStore store;
  private final StatisticsService statistics;
  private final Router router;
  private final FusekiServer fuseki;

  private final RequestDrain requests = new RequestDrain();
  private final ResourceStack resources = new ResourceStack();

  /** Creates and starts the handlers of a database. */
  ServedDatabase(NewsStore store, Settings settings, Optional<Editing> editing) {
    this.store = store;
    this.statistics = resources.push(new StatisticsService(store));
    SparqlPolicy policy = new SparqlPolicy(settings.services());
    SparqlRunner runner = new SparqlRunner(store, new RequestLimits(settings.timeout()));
    Explorer explorer = resources.push(new Explorer(runner, settings.pictures()));
    Optional<Webhooks> webhooks = Optional.empty();
    if (!store.isReadOnly()) {
      resources.push(new CompactionScheduler(store));
      webhooks =
          Optional.of(
              resources.push(new Webhooks(store, explorer.statements(), settings.webhookHosts())));
    }
    List<Route> routes = Routes.of(runner, explorer, statistics, policy, editing, webhooks);
    this.router =
        new Router(
            routes.stream().map(route -> limited(route, settings.timeout())).toList(),
            settings.limits().maxBytes());
    this.fuseki =
        FusekiServer.create()
            .port(0)
            .numServerThreads(2, NewsServer.MAX_THREADS)
            .add(SparqlService.PATH, SparqlService.of(store, policy, settings.timeout()))
            .addFilter(
                "/*", new ResponseFilter(settings.maxResponseBytes(), settings.securityHeaders()))
            .addFilter("/*", new RefusalFilter())
            .addFilter(
                "/*",
                new AuthFilter(
                    settings.logins(),
                    settings.readingNeedsLogin(),
                    settings.behindProxy(),
                    store.isReadOnly(),
                    new AccessRules(router)))
            .addFilter("/*", new EndpointDescriptionFilter(router))
            .enableMetrics(true)
            .addServlet(
                AccessRules.MCP,
                new McpEndpoint(runner, explorer.statements(), settings.timeout(), policy, VERSION)
                    .servlet())
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
    statistics.warmUp();
    explorer.warmUp();
  }

  NewsStore store() {
    return store;
  }

  /** Returns all routes except those of SPARQL, MCP and metrics. */
  List<Route> routes() {
    return router.routes();
  }

  /**
   * Opens the text index and counts the statistics, so that the first requests need not wait.
   *
   * @throws IllegalStateException if the database is damaged
   */
  void warmUp() throws InterruptedException {
    store.openTextIndex();
    statistics.await();
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
    return requests.enter();
  }

  /** Handles a request that was registered by {@link #enter}. */
  boolean handle(Request request, Response response, Callback callback) throws Exception {
    AtomicBoolean registered = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (registered.getAndSet(false)) {
            requests.leave();
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

  /** Returns a route whose queries share one time limit, unless it is for editors. */
  private static Route limited(Route route, Duration timeout) {
    return route.access() == Access.EDIT
        ? route
        : new Route(
            route.methods(),
            route.path(),
            route.access(),
            request -> QueryBudget.within(timeout, budget -> route.handler().handle(request)));
  }

  /** Refuses new requests, waits for those in flight, and closes all resources. */
  @Override
  public void close() {
    if (!requests.close(DRAIN_TIMEOUT)) {
      LOG.warn("{}: closed before all responses had been read", store.folder());
    }
    fuseki.stop();
    resources.close();
  }
}
