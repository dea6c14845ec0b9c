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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers a request, and sends the answer. */
public final class Router extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final transient List<Route> routes;
  private final long longest;

  /**
   * Answers by a table of routes.
   *
   * @param routes of which the one with the longest path answers
   * @param longest body, in bytes
   */
  public Router(List<Route> routes, long longest) {
    this.routes =
        routes.stream()
            .sorted(Comparator.comparingInt((Route route) -> route.path().length()).reversed())
            .toList();
    this.longest = longest;
  }

  /** Who may make this request; nothing where nobody answers it. */
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
      List<Route> here = routes.stream().filter(it -> it.matches(request.getRequestURI())).toList();
      if (here.isEmpty()) {
        throw HttpError.notFound(request.getRequestURI());
      }
      Optional<Route> route =
          here.stream().filter(it -> it.allows(request.getMethod())).findFirst();
      return route.isPresent()
          ? route.get().handler().answer(new Request(request, route.get(), longest))
          : otherMethod(request, here);
    } catch (HttpError e) {
      return refused(request, e);
    } catch (QueryCancelledException e) {
      return refused(request, new HttpError(503, "this took too long and was ended; ask for less"));
    } catch (QueryException e) {
      return refused(request, HttpError.bad("this cannot be searched for: " + words(e)));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
      return refused(request, new HttpError(500, "the server failed at this; its log says how"));
    }
  }

  private static String words(QueryException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static Reply otherMethod(HttpServletRequest request, List<Route> here) {
    TreeSet<String> allowed = new TreeSet<>(List.of("OPTIONS"));
    here.forEach(route -> allowed.addAll(route.methods()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    String list = String.join(", ", allowed);
    if (request.getMethod().equals("OPTIONS")) {
      return Reply.nothing(204).with("Allow", list);
    }
    return Reply.text(405, "this can be asked by " + list + " alone").with("Allow", list);
  }

  private static Reply refused(HttpServletRequest request, HttpError e) {
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
