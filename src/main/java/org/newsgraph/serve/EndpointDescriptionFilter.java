package org.newsgraph.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.newsgraph.serve.http.Router;
import org.newsgraph.serve.sparql.SparqlService;

/** Serves the description of the SPARQL endpoint if a request to it contains no query. */
final class EndpointDescriptionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ENDPOINT = SparqlService.PATH + "/" + SparqlService.QUERY;
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final transient Router router;

  EndpointDescriptionFilter(Router router) {
    this.router = router;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getRequestURI().equals(ENDPOINT)
        && request.getQueryString() == null
        && READING.contains(request.getMethod())) {
      router.service(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
