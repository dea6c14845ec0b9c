package org.newsgraph.serve.transport;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * The classes of requests, each with a queue of its own, so that heavy requests of one class do not
 * delay those of another one.
 */
enum RequestClass {
  /** Pages, the JSON API, linked data and feeds. */
  PAGE,
  /** SPARQL queries, reconciliation, tools of AI assistants, and downloads of any size. */
  QUERY,
  /** Everything that changes the database. */
  CHANGE,
  /** Requests whose password must be verified, which takes a core a large part of a second. */
  LOGIN,
  /** Requests equal to one that took very long. */
  HEAVY,
  /** The health check, which never waits for other requests. */
  HEALTH;

  private static final Set<String> READING_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /** Paths that accept queries by POST. */
  private static final Set<String> QUERY_PATHS =
      Set.of("/news/sparql", "/reconcile", "/mcp", "/query/check");

  private static final Set<String> DOWNLOADS =
      Set.of(
          "/statements.csv",
          "/statements.json",
          "/statements.ttl",
          "/statements.txt",
          "/statements.md",
          "/statements.bib",
          "/statements.ris",
          "/statements.csl.json",
          "/cite");

  /**
   * Returns the class of a request by its method and path, which alone do not make it {@link
   * #LOGIN} or {@link #HEAVY}.
   */
  static RequestClass of(Request request) {
    String path = path(request);
    if (path.equals("/$/ping")) {
      return HEALTH;
    }
    boolean reads = READING_METHODS.contains(request.getMethod().toUpperCase(Locale.ROOT));
    if (QUERY_PATHS.contains(path) || (reads && isDownload(path))) {
      return QUERY;
    }
    return reads ? PAGE : CHANGE;
  }

  private static boolean isDownload(String path) {
    return path.startsWith("/news") || path.startsWith("/reconcile/") || DOWNLOADS.contains(path);
  }

  private static String path(Request request) {
    HttpURI uri = request.getHttpURI();
    String path = uri == null ? null : uri.getCanonicalPath();
    return path == null ? "" : path;
  }
}
