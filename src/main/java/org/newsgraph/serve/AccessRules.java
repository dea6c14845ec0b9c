package org.newsgraph.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Function;
import org.newsgraph.serve.http.Access;
import org.newsgraph.serve.http.CanonicalPath;
import org.newsgraph.serve.http.Router;
import org.newsgraph.serve.sparql.SparqlService;

/**
 * The access that each request needs: that of its route, or, where Fuseki answers, reading for
 * queries and an editor's login for everything that may change the database.
 */
record AccessRules(Router router) implements Function<HttpServletRequest, Access> {
  static final String METRICS = "/$/metrics";
  static final String MCP = "/mcp";

  /** Services that read, although their requests are sent by POST. */
  private static final Set<String> QUERY_SERVICES =
      Set.of(SparqlService.PATH + "/" + SparqlService.QUERY, MCP);

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public Access apply(HttpServletRequest request) {
    String method = request.getMethod();
    String path = request.getRequestURI();
    if (CanonicalPath.of(request).startsWith(METRICS)) {
      return Access.WATCH;
    }
    if (QUERY_SERVICES.contains(path) && method.equals("POST")) {
      return Access.READ;
    }
    return router
        .access(method, path)
        .orElse(SAFE_METHODS.contains(method) ? Access.READ : Access.EDIT);
  }
}
