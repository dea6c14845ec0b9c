package org.newsgraph.serve.sparql.policy;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.newsgraph.serve.http.HttpError;

/**
 * The endpoints that SERVICE may call.
 *
 * @param services IRIs of the endpoints
 */
public record ServiceList(Set<String> services) {
  public ServiceList {
    services = Set.copyOf(services);
  }

  /**
   * Checks that SERVICE may call an endpoint. It must be named by its IRI: the value of a variable
   * is only known while the query runs.
   *
   * @throws HttpError with status 403 if it may not
   */
  public void require(Node endpoint) {
    if (!endpoint.isURI() || !services.contains(endpoint.getURI())) {
      throw new HttpError(
          403,
          services.isEmpty()
              ? "SERVICE is not allowed: this server calls no other endpoints"
              : "SERVICE may only call " + String.join(", ", services));
    }
  }

  /** Makes the endpoints of this list the only ones for all queries and updates of a dataset. */
  public void install(Context context) {
    ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
    registry.addSingleLink(
        (executed, original, binding, execution, chain) -> {
          require(executed.getService());
          return ServiceExecutorRegistry.httpService.createExecution(
              executed, original, binding, execution);
        });
    ServiceExecutorRegistry.set(context, registry);
  }
}
