package org.newsgraph.serve.sparql;

import java.net.http.HttpClient;
import java.time.Duration;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.GSP_RW;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.util.Context;
import org.newsgraph.store.NewsStore;

/** Fuseki's three operations on a database: queries, updates, and whole graphs. */
public final class SparqlService {
  /** Where it is, from the root. */
  public static final String PATH = "/news";

  public static final String QUERY = "sparql";
  public static final String UPDATE = "update";
  public static final String GRAPHS = "data";

  /** Rows that are sorted or made distinct in memory; more go to disk for the while. */
  private static final long IN_MEMORY = 200_000;

  private SparqlService() {}

  /**
   * Puts them together.
   *
   * @param timeout how long a query or an update may take
   */
  public static DataService of(NewsStore store, SparqlPolicy check, Duration timeout) {
    Context context = new Context();
    String millis = Long.toString(timeout.toMillis());
    context.set(ARQ.queryTimeout, millis);
    context.set(ARQ.updateTimeout, millis);
    context.set(ARQ.spillToDiskThreshold, IN_MEMORY);
    // Only what SparqlPolicy lets pass comes here.
    context.set(ARQ.httpServiceAllowed, !check.services().isEmpty());
    if (!check.services().isEmpty()) {
      context.set(ARQ.httpQueryClient, client(timeout));
    }
    store.dataset().getContext().putAll(context);
    return DataService.newBuilder(store.dataset())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.Query)
                .endpointName(QUERY)
                .processor(new CheckedQueryProcessor(check))
                .context(context)
                .build())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.Update)
                .endpointName(UPDATE)
                .processor(new CheckedUpdateProcessor(check))
                .build())
        .addEndpoint(
            Endpoint.create()
                .operation(Operation.GSP_RW)
                .endpointName(GRAPHS)
                .processor(new GSP_RW())
                .build())
        .build();
  }

  /** An allowed server may not send us elsewhere. */
  private static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }
}
