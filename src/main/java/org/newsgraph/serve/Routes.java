package org.newsgraph.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statistics.StatisticsService;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.explorer.Explorer;
import org.newsgraph.serve.explorer.ExplorerRoutes;
import org.newsgraph.serve.explorer.HomePage;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.linkeddata.LinkedDataRoutes;
import org.newsgraph.serve.linkeddata.ResourceResolver;
import org.newsgraph.serve.notify.AtomFeed;
import org.newsgraph.serve.notify.Webhooks;
import org.newsgraph.serve.page.Assets;
import org.newsgraph.serve.page.Login;
import org.newsgraph.serve.page.Logout;
import org.newsgraph.serve.reconcile.Reconciliation;
import org.newsgraph.serve.sparql.DatasetDescriptions;
import org.newsgraph.serve.sparql.SparqlPolicy;

/** The table of all routes, except SPARQL, MCP and metrics, which have servlets of their own. */
final class Routes {
  private Routes() {}

  /**
   * Returns the routes of a database.
   *
   * @param webhooks empty if the database is read-only
   */
  static List<Route> of(
      SparqlRunner runner,
      Explorer explorer,
      StatisticsService statistics,
      SparqlPolicy policy,
      Optional<Editing> editing,
      Optional<Webhooks> webhooks) {
    AdminHandlers admin = new AdminHandlers(runner.store());
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/", new RootHandler(statistics, new HomePage(explorer, statistics))));
    // Assets are public anyway, and the page that asks for a login needs them.
    routes.add(new Route(Set.of("GET"), "/assets/*", Access.OPEN, new Assets()));
    routes.add(new Route(Set.of("GET"), "/login", Access.LOGIN, new Login()));
    routes.add(new Route(Set.of("GET"), "/logout", Access.OPEN, new Logout()));
    routes.add(Route.get("/feed.atom", new AtomFeed(explorer.statements(), runner.store().iris())));
    Stream.of(
            LinkedDataRoutes.of(
                new ResourceResolver(runner, explorer),
                new DatasetDescriptions(statistics, runner.store().iris()),
                explorer::entityAddresses),
            new Api(runner, explorer.statements(), editing.map(Editing::intake)).routes(),
            ExplorerRoutes.of(explorer, statistics, policy, editing),
            new Reconciliation(runner).routes(),
            admin.readingRoutes(),
            webhooks.map(Webhooks::routes).orElse(List.of()),
            runner.store().isReadOnly() ? List.<Route>of() : admin.writingRoutes())
        .forEach(routes::addAll);
    return routes;
  }
}
