package org.newsgraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.util.URIUtil;

/** The path of a request in the form by which Jetty finds the servlet. */
public final class CanonicalPath {
  private CanonicalPath() {}

  /**
   * Returns the path without parameters and percent encoding (except that of slashes and percent
   * signs): {@code /$/metrics} for {@code /%24/metrics;x}.
   */
  public static String of(HttpServletRequest request) {
    String path = request.getRequestURI().replaceAll(";[^/]*", "");
    String canonical = URIUtil.canonicalPath(path);
    return canonical == null ? path : canonical;
  }
}
