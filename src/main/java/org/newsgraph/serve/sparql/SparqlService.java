package org.newsgraph.serve.sparql;

import java.net.http.HttpClient;
import java.time.Duration;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.util.Context;
import org.newsgraph.serve.sparql.budget.BoundedQueries;
import org.newsgraph.store.NewsStore;

/** Fuseki's three operations on a database: query, update and graph store. */
public final class SparqlService {
  /** Path of the service from the root. */
  public static final String PATH = "/news";

  public static final String QUERY = "sparql";
  public static final String UPDATE = "update";
  public static final String GRAPHS = "data";

  /** Number of rows up to which sorting and DISTINCT use memory; more rows spill to disk. */
  private static final long MAX_ROWS_IN_MEMORY = 200_000;

  private SparqlService() {}

  /**
   * Creates the service of a database.
   *
   * @param timeout maximum duration of a query, an update or a request to the graph store
   */
  public static DataService of(NewsStore store, SparqlPolicy check, Duration timeout) {
    Context context = new Context();
    String millis = Long.toString(timeout.toMillis());
    context.set(ARQ.queryTimeout, millis);
    context.set(ARQ.updateTimeout, millis);
    context.set(ARQ.spillToDiskThreshold, MAX_ROWS_IN_MEMORY);
    check.install(context);
    context.set(ARQ.httpServiceAllowed, !check.services().isEmpty());
    if (!check.services().isEmpty()) {
      context.set(ARQ.httpQueryClient, client(timeout));
    }
    BoundedQueries.configure(context);
    store.dataset().getContext().putAll(context);
    return DataService.newBuilder(store.dataset())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.Query)
                .endpointName(QUERY)
                .processor(new CheckedQueryProcessor(check, timeout))
                .context(context)
                .build())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.Update)
                .endpointName(UPDATE)
                .processor(new CheckedUpdateProcessor(check, timeout))
                .build())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.GSP_RW)
                .endpointName(GRAPHS)
                .processor(new GraphStore(timeout))
                .build())
        .build();
  }

  /** Returns a client that follows no redirects: allowed endpoints may not redirect to others. */
  private static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }
}
