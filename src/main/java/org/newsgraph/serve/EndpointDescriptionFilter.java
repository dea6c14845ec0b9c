package org.newsgraph.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.serve.http.Router;
import org.newsgraph.serve.sparql.SparqlService;

/**
 * Serves the description of the SPARQL endpoint if a request to it contains no query. Passes paths
 * that may be another spelling of a path to the router, which takes them literally: servlets decode
 * and resolve paths, so that for them "/%24/metrics" is "/$/metrics", although other access rules
 * apply.
 */
final class EndpointDescriptionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ENDPOINT = SparqlService.PATH + "/" + SparqlService.QUERY;

  /** Escapes, parameters, and dot segments and empty segments in a path. */
  private static final Pattern VARIANT = Pattern.compile("[%;]|//|/\\.{1,2}(?:/|$)");

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final transient Router router;

  EndpointDescriptionFilter(Router router) {
    this.router = router;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    boolean describes =
        path.equals(ENDPOINT)
            && request.getQueryString() == null
            && READING.contains(request.getMethod());
    if (describes || VARIANT.matcher(path).find()) {
      router.service(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
