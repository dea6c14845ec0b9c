package org.newsgraph.serve.page;

import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/**
 * Redirects a user who has logged in to the page that they came from. The route requires a login,
 * so a browser asks for name and password before its request gets here, and sends them with all
 * later requests.
 */
public final class Login implements RouteHandler {
  @Override
  public Reply handle(Request request) {
    String to = request.parameter("to").orElse("/");
    boolean ours =
        to.startsWith("/") && !to.startsWith("//") && to.matches("[\\x21-\\x7e&&[^\\\\]]+");
    return Reply.seeOther(ours ? to : "/").with("Cache-Control", "no-store");
  }
}
