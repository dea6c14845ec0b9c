package org.newsgraph.serve.http;

import java.util.Set;

/**
 * Where a handler answers.
 *
 * @param methods of HTTP, HEAD apart, which goes with GET
 * @param path from the root; with {@code *} at its end all that begins so
 */
public record Route(Set<String> methods, String path, Access access, RouteHandler handler) {
  public Route {
    methods = Set.copyOf(methods);
  }

  /** Read by anyone who may read. */
  public static Route get(String path, RouteHandler handler) {
    return new Route(Set.of("GET"), path, Access.READ, handler);
  }

  /** Asked by GET or, where the question is long, by POST; changes nothing. */
  public static Route ask(String path, RouteHandler handler) {
    return new Route(Set.of("GET", "POST"), path, Access.READ, handler);
  }

  /** Changes something. */
  public static Route edit(String method, String path, RouteHandler handler) {
    return new Route(Set.of(method), path, Access.EDIT, handler);
  }

  boolean matches(String place) {
    return path.endsWith("*")
        ? place.startsWith(path.substring(0, path.length() - 1))
        : place.equals(path);
  }

  boolean allows(String method) {
    return methods.contains(method.equals("HEAD") ? "GET" : method);
  }
}
