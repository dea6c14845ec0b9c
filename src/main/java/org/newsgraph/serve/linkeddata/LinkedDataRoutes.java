package org.newsgraph.serve.linkeddata;

import java.util.List;
import java.util.function.UnaryOperator;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.sparql.DatasetDescriptions;

/** The routes of resources and of the descriptions of the dataset. */
public final class LinkedDataRoutes {
  private LinkedDataRoutes() {}

  /**
   * Returns the routes.
   *
   * @param entities wraps the handler of entities, to help people whose address is wrong
   */
  public static List<Route> of(
      ResourceResolver resources,
      DatasetDescriptions descriptions,
      UnaryOperator<RouteHandler> entities) {
    return List.of(
        Route.get("/article/*", new LinkedData(resources::article)),
        Route.get("/entity/*", entities.apply(new LinkedData(resources::entity))),
        Route.get("/correction/*", new LinkedData(rest -> resources.other("correction/", rest))),
        Route.get("/software/*", new LinkedData(rest -> resources.other("software/", rest))),
        Route.get("/graph/*", new LinkedData(rest -> resources.other("graph/", rest))),
        Route.get("/ontology*", new LinkedData(resources::ontology)),
        Route.get(
            "/.well-known/void",
            request -> LinkedData.graph(descriptions.dataset(request.baseUrl()), request)),
        Route.get(
            "/news/sparql",
            request -> LinkedData.graph(descriptions.service(request.baseUrl()), request)));
  }
}
