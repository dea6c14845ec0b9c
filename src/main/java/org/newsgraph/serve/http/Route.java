package org.newsgraph.serve.http;

import java.util.Set;

/**
 * The methods and the path that a handler serves.
 *
 * @param methods the HTTP methods; GET includes HEAD
 * @param path the path from the root; a {@code *} at its end matches any continuation
 * @param access the access that requests need
 */
public record Route(Set<String> methods, String path, Access access, RouteHandler handler) {
  public Route {
    methods = Set.copyOf(methods);
  }

  /** Returns a route for GET requests that need read access. */
  public static Route get(String path, RouteHandler handler) {
    return new Route(Set.of("GET"), path, Access.READ, handler);
  }

  /** Returns a route for queries by GET or, if they are long, by POST. They need read access. */
  public static Route query(String path, RouteHandler handler) {
    return new Route(Set.of("GET", "POST"), path, Access.READ, handler);
  }

  /** Returns a route for requests that need an editor's access. */
  public static Route edit(String method, String path, RouteHandler handler) {
    return new Route(Set.of(method), path, Access.EDIT, handler);
  }

  boolean matches(String requested) {
    return path.endsWith("*")
        ? requested.startsWith(path.substring(0, path.length() - 1))
        : requested.equals(path);
  }

  boolean allows(String method) {
    return methods.contains(method.equals("HEAD") ? "GET" : method);
  }
}
