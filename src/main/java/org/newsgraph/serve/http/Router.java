package org.newsgraph.serve.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.newsgraph.query.InvalidSearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servlet that finds the handler of a request and sends its reply. */
public final class Router extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final transient List<Route> routes;
  private final long maxBodyBytes;

  /**
   * Creates a router for a table of routes.
   *
   * @param routes the routes; of several that match, the one with the longest path is used
   * @param maxBodyBytes maximum size of a request body, in bytes
   */
  public Router(List<Route> routes, long maxBodyBytes) {
    this.routes =
        routes.stream()
            .sorted(Comparator.comparingInt((Route route) -> route.path().length()).reversed())
            .toList();
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Returns the routes, those with the longest paths first. */
  public List<Route> routes() {
    return routes;
  }

  /** Returns the access that a request needs; empty if no route matches. */
  public Optional<Access> access(String method, String path) {
    return routes.stream()
        .filter(route -> route.matches(path) && route.allows(method))
        .findFirst()
        .map(Route::access);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(answer(request), request, response);
  }

  private Reply answer(HttpServletRequest request) throws IOException {
    try {
      List<Route> matching =
          routes.stream().filter(it -> it.matches(request.getRequestURI())).toList();
      if (matching.isEmpty()) {
        throw HttpError.notFound(request.getRequestURI());
      }
      Optional<Route> route =
          matching.stream().filter(it -> it.allows(request.getMethod())).findFirst();
      return route.isPresent()
          ? route.get().handler().handle(new Request(request, route.get(), maxBodyBytes))
          : otherMethod(request, matching);
    } catch (HttpError e) {
      return errorReply(request, e);
    } catch (InvalidSearchException e) {
      return errorReply(request, HttpError.badRequest(e.getMessage()));
    } catch (QueryCancelledException e) {
      return errorReply(
          request,
          new HttpError(
              503, "timeout: the query took too long and was cancelled; ask for less data"));
    } catch (QueryException e) {
      return errorReply(
          request, HttpError.badRequest("the search terms are not valid: " + firstLine(e)));
    } catch (OutOfMemoryError e) {
      LOG.error("{} {}: out of memory", request.getMethod(), request.getRequestURI());
      return errorReply(
          request, new HttpError(503, "out of memory; ask for less data, or try again later"));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
      return errorReply(request, new HttpError(500, "internal error; see the server's log"));
    }
  }

  private static String firstLine(QueryException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static Reply otherMethod(HttpServletRequest request, List<Route> matching) {
    TreeSet<String> allowed = new TreeSet<>(List.of("OPTIONS"));
    matching.forEach(route -> allowed.addAll(route.methods()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    String list = String.join(", ", allowed);
    if (request.getMethod().equals("OPTIONS")) {
      return Reply.empty(204).with("Allow", list);
    }
    return Reply.text(405, "method not allowed; use " + list).with("Allow", list);
  }

  private static Reply errorReply(HttpServletRequest request, HttpError e) {
    request.setAttribute(RequestAttributes.REASON, e.getMessage());
    Reply reply = Reply.text(e.status(), e.getMessage());
    for (var header : e.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private static void send(Reply reply, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    reply.headers().forEach(response::setHeader);
    String tag = reply.headers().get("ETag");
    if (tag != null && isKnown(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(304);
      return;
    }
    response.setStatus(reply.status());
    if (reply.status() == 204) {
      return;
    }
    response.setContentType(reply.type());
    if (request.getMethod().equals("HEAD")) {
      response.setContentLength(reply.body().length);
    } else {
      response.getOutputStream().write(reply.body());
    }
  }

  private static boolean isKnown(String tags, String tag) {
    return tags != null
        && (tags.strip().equals("*")
            || List.of(tags.split("\\s*,\\s*")).stream()
                .map(it -> it.strip().replaceFirst("^W/", ""))
                .anyMatch(tag::equals));
  }
}
